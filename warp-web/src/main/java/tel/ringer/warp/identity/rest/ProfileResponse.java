package tel.ringer.warp.identity.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.rest.UserTypeName;
import tel.ringer.warp.identity.PersonDetails;
import tel.ringer.warp.identity.User;
import tel.ringer.warp.identity.UserStatus;

/**
 * A person on the wire, as they see themselves.
 *
 * @param userType of the operator's staff; absent for people who only belong to customers
 * @param locale BCP 47 tag; absent if the person has chosen none
 * @param timeZone IANA name; absent if the person has chosen none
 * @param access at the customers that the person may list, up to 200
 * @param accessComplete whether that is all
 */
public record ProfileResponse(
        UUID userId,
        String email,
        String displayName,
        UserStatus status,
        @Nullable UserTypeName userType,
        @Nullable String locale,
        @Nullable String timeZone,
        Instant createdAt,
        @Nullable Instant lastSignInAt,
        List<UserDetailsResponse.Access> access,
        boolean accessComplete) {
    static ProfileResponse of(PersonDetails details) {
        User user = details.person().user();
        UserDetailsResponse common = UserDetailsResponse.of(details);
        return new ProfileResponse(
                common.id(),
                common.email(),
                common.displayName(),
                common.status(),
                common.userType(),
                user.locale().orElse(null),
                user.timeZone().orElse(null),
                common.createdAt(),
                common.lastSignInAt(),
                common.access(),
                common.accessComplete());
    }
}
