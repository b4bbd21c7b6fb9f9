package tel.ringer.warp.apikey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.problem.ProblemException;

class ApiKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(1));
    private static final UserId JANE = new UserId(UUID.randomUUID());

    private final ApiKeySecret secret = ApiKeySecret.mint();
    private final ApiKey key =
            ApiKey.of(new CustomerId(UUID.randomUUID()), "Portal", secret, new Creator(JANE, "Jane"), END, NOW);

    @Test
    void itIsActiveUntilTheMomentItExpires() {
        assertEquals(ApiKeyStatus.ACTIVE, key.statusAt(NOW));
        assertEquals(ApiKeyStatus.ACTIVE, key.statusAt(END.minusNanos(1)));
        assertEquals(ApiKeyStatus.EXPIRED, key.statusAt(END));
    }

    @Test
    void onceRevokedItStaysSo() {
        key.revoke(JANE, Optional.of("leaked"), NOW);

        assertEquals(ApiKeyStatus.REVOKED, key.statusAt(NOW));
        assertEquals(ApiKeyStatus.REVOKED, key.statusAt(END));
        assertEquals(Optional.of("leaked"), key.revokeReason());
        assertRevoked(() -> key.revoke(JANE, Optional.empty(), NOW));
        assertRevoked(() -> key.rename("Shop"));
    }

    @Test
    void anExpiredOneCanBeRenamedAndRevoked() {
        key.rename("Shop");
        key.revoke(JANE, Optional.empty(), END.plusSeconds(1));

        assertEquals("Shop", key.name());
        assertEquals(Optional.of(JANE), key.revokedBy());
    }

    @Test
    void itKnowsThePrefixOfItsSecretAndNotTheSecret() {
        assertEquals(secret.prefix(), key.prefix());
        assertFalse(secret.value().equals(key.prefix()));
    }

    private static void assertRevoked(Runnable change) {
        assertEquals(
                "api_key_revoked",
                assertThrows(ProblemException.class, change::run).code());
    }
}
