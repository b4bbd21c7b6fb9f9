package tel.ringer.warp.member;

import java.util.Optional;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.identity.UserStatus;
import tel.ringer.warp.paging.PageRequest;

/**
 * Which people of a customer to list, in the order of their names.
 *
 * @param search part of the name or the address, whatever the case
 */
public record MemberQuery(
        Optional<String> search, Optional<MembershipRole> role, Optional<UserStatus> status, PageRequest page) {}
