package tel.ringer.warp.identity.rest;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretsDoNotPrintTest {
    private static final String SECRET = "s3cret";

    @Test
    void requestsHideTheirTokens() {
        assertFalse(new ExchangeRequest(SECRET).toString().contains(SECRET));
        assertFalse(new RefreshRequest(SECRET).toString().contains(SECRET));
    }

    @Test
    void theAnswerHidesItsTokens() {
        TokenResponse response = new TokenResponse(
                SECRET,
                "Bearer",
                900,
                SECRET,
                Instant.parse("2026-11-22T12:00:00Z"),
                new TokenResponse.Person(UUID.randomUUID(), "jane@example.com", "Jane"));
        assertFalse(response.toString().contains(SECRET));
    }
}
