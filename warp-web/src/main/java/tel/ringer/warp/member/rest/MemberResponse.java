package tel.ringer.warp.member.rest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.rest.UserTypeName;
import tel.ringer.warp.identity.UserStatus;
import tel.ringer.warp.member.Member;

/**
 * A person at a customer on the wire.
 *
 * @param userType in force there; absent if the platform type applies and there is none
 * @param platformType whether the platform type applies, because nothing else was given at this customer
 * @param grantedBy id of who added the person
 */
public record MemberResponse(
        UUID userId,
        String email,
        String displayName,
        UserStatus status,
        @Nullable UserTypeName userType,
        boolean platformType,
        MembershipRole role,
        Instant grantedAt,
        @Nullable UUID grantedBy) {
    static MemberResponse of(Member member) {
        return new MemberResponse(
                member.user().id().value(),
                member.user().email(),
                member.user().displayName(),
                member.user().status(),
                member.userType().map(UserTypeName::of).orElse(null),
                member.ownType().isEmpty(),
                member.role(),
                member.grant().grantedAt(),
                member.grant().grantedBy().map(UserId::value).orElse(null));
    }
}
