package tel.ringer.warp.identity.rest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.rest.UserTypeName;
import tel.ringer.warp.identity.Person;
import tel.ringer.warp.identity.User;
import tel.ringer.warp.identity.UserStatus;

/**
 * A person on the wire.
 *
 * @param userType of the operator's staff; absent for people who only belong to customers
 */
public record UserResponse(
        UUID id,
        String email,
        String displayName,
        UserStatus status,
        @Nullable UserTypeName userType,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {
    static UserResponse of(Person person) {
        User user = person.user();
        return new UserResponse(
                user.id().value(),
                user.email(),
                user.displayName(),
                user.status(),
                person.platformType().map(UserTypeName::of).orElse(null),
                user.createdAt(),
                user.lastSignInAt().orElse(null));
    }
}
