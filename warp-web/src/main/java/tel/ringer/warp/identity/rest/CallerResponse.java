package tel.ringer.warp.identity.rest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.UserType;

/**
 * Who calls, as the database has it now.
 *
 * @param userId of the person, or of the API key
 * @param email absent for an API key
 * @param displayName of the person, or the name of the API key
 * @param sessionId absent for an API key
 * @param platformType name of the operator's user type; absent for people of customers
 */
public record CallerResponse(
        UUID userId,
        Kind kind,
        @Nullable String email,
        String displayName,
        @Nullable UUID sessionId,
        @Nullable String platformType) {
    /** What calls. */
    public enum Kind {
        PERSON,
        API_KEY
    }

    static CallerResponse of(Caller caller) {
        return new CallerResponse(
                caller.userId().value(),
                caller.isPerson() ? Kind.PERSON : Kind.API_KEY,
                caller.email().orElse(null),
                caller.displayName(),
                caller.session().orElse(null),
                caller.platformType().map(UserType::name).orElse(null));
    }
}
