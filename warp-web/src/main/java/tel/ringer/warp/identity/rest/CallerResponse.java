package tel.ringer.warp.identity.rest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.UserType;

/**
 * Who is signed in, as the database has it now.
 *
 * @param platformType name of the operator's user type; absent for people of customers
 */
public record CallerResponse(
        UUID userId, String email, String displayName, UUID sessionId, @Nullable String platformType) {
    static CallerResponse of(Caller caller) {
        return new CallerResponse(
                caller.userId().value(),
                caller.email(),
                caller.displayName(),
                caller.sessionId(),
                caller.platformType().map(UserType::name).orElse(null));
    }
}
