package tel.ringer.warp.member;

import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.UserId;

/** Who is to belong to a customer, as what. */
public record NewMember(UserId user, WantedType type, MembershipRole role) {}
