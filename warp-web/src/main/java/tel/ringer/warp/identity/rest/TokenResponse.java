package tel.ringer.warp.identity.rest;

import java.time.Instant;
import java.util.UUID;

/**
 * What a front end needs to go on (field names of RFC 6749, section 5.1).
 *
 * @param expiresIn seconds that the access token lives
 */
public record TokenResponse(
        String accessToken,
        String tokenType,
        long expiresIn,
        String refreshToken,
        Instant refreshExpiresAt,
        Person user) {
    /** Whose tokens these are. */
    public record Person(UUID id, String email, String displayName) {}

    @Override
    public String toString() {
        return "TokenResponse[hidden]";
    }
}
