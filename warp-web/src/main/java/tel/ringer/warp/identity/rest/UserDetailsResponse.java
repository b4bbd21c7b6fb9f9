package tel.ringer.warp.identity.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.rest.UserTypeName;
import tel.ringer.warp.identity.HeldAccess;
import tel.ringer.warp.identity.PersonDetails;
import tel.ringer.warp.identity.UserStatus;

/**
 * A person on the wire with what they hold at customers.
 *
 * @param userType of the operator's staff; absent for people who only belong to customers
 * @param access at the customers within the caller's reach, up to 200
 * @param accessComplete whether that is all within reach
 */
public record UserDetailsResponse(
        UUID id,
        String email,
        String displayName,
        UserStatus status,
        @Nullable UserTypeName userType,
        Instant createdAt,
        @Nullable Instant lastSignInAt,
        List<Access> access,
        boolean accessComplete) {
    /** At one customer; platform_type: whether the platform type applies there. */
    public record Access(
            Company customer, @Nullable UserTypeName userType, boolean platformType, MembershipRole role) {}

    /** Which customer. */
    public record Company(UUID id, String ban, String companyName) {}

    static UserDetailsResponse of(PersonDetails details) {
        UserResponse user = UserResponse.of(details.person());
        return new UserDetailsResponse(
                user.id(),
                user.email(),
                user.displayName(),
                user.status(),
                user.userType(),
                user.createdAt(),
                user.lastSignInAt(),
                details.access().stream().map(UserDetailsResponse::access).toList(),
                details.complete());
    }

    private static Access access(HeldAccess held) {
        return new Access(
                new Company(held.customer().value(), held.ban(), held.companyName()),
                held.userType().map(UserTypeName::of).orElse(null),
                held.ofPlatform(),
                held.role());
    }
}
