package tel.ringer.warp.identity.rest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a front end needs to go on (field names of RFC 6749, section 5.1).
 *
 * @param expiresIn seconds that the access token lives
 * @param refreshToken absent if a cookie holds it
 * @param refreshExpiresAt when the session is over, unless it is refreshed before
 */
public record TokenResponse(
        String accessToken,
        String tokenType,
        long expiresIn,
        @Nullable String refreshToken,
        Instant refreshExpiresAt,
        Person user) {
    /** Whose tokens these are. */
    public record Person(UUID id, String email, String displayName) {}

    @Override
    public String toString() {
        return "TokenResponse[hidden]";
    }
}
