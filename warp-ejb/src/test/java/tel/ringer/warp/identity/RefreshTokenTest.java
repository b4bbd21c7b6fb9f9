package tel.ringer.warp.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.access.UserId;

class RefreshTokenTest {
    @Test
    void aTokenHas256BitsAndNeedsNoEscaping() {
        RefreshToken token = RefreshToken.mint();
        assertEquals(32, Base64.getUrlDecoder().decode(token.value()).length);
        assertTrue(token.value().matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void noTokenIsMintedTwice() {
        assertEquals(
                1000, Stream.generate(RefreshToken::mint).limit(1000).distinct().count());
    }

    @Test
    void onlyItsSha256IsKept() throws NoSuchAlgorithmException {
        byte[] expected = MessageDigest.getInstance("SHA-256").digest("abc".getBytes(StandardCharsets.UTF_8));
        assertArrayEquals(expected, new RefreshToken("abc").hash());
    }

    @Test
    void aTokenDoesNotPrint() {
        RefreshToken token = RefreshToken.mint();
        assertFalse(token.toString().contains(token.value()));
        OpenedSession session = new OpenedSession(
                UUID.randomUUID(),
                new UserId(UUID.randomUUID()),
                "jane@example.com",
                "Jane",
                token,
                Instant.parse("2026-11-22T12:00:00Z"));
        assertFalse(session.toString().contains(token.value()));
    }
}
