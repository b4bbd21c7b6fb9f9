package tel.ringer.warp.member;

import java.util.Optional;
import tel.ringer.warp.access.MembershipRole;

/** What is to change; what is empty stays. */
public record MemberChange(Optional<WantedType> type, Optional<MembershipRole> role) {}
