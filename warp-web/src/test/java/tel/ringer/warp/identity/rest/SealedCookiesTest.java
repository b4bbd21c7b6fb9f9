package tel.ringer.warp.identity.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealedCookiesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SECRET = "s3cret";

    /** Keys that a test sets, the one that seals first. */
    private static final class FewKeys extends CookieKeys {
        private final List<SecretKey> keys = new ArrayList<>(List.of(key(1)));

        @Override
        SecretKey current() {
            return keys.get(0);
        }

        @Override
        List<SecretKey> all() {
            return keys;
        }
    }

    private static SecretKey key(int first) {
        byte[] bits = new byte[32];
        bits[0] = (byte) first;
        return new SecretKeySpec(bits, "AES");
    }

    private final FewKeys keys = new FewKeys();

    private SealedCookies at(Instant now, String publicUrl) {
        return new SealedCookies(keys, Clock.fixed(now, ZoneOffset.UTC), URI.create(publicUrl));
    }

    private SealedCookies cookies() {
        return at(NOON, "http://localhost:8080");
    }

    private NewCookie sealed() {
        return cookies()
                .seal("a", "/x", new JWTClaimsSet.Builder().subject(SECRET).build());
    }

    private static Optional<String> opened(SealedCookies cookies, String name, String path, String value) {
        return cookies.opened(name, path, value).map(JWTClaimsSet::getSubject);
    }

    @Test
    void whatWasSealedOpensOnAnyNodeWithTheKey() {
        assertEquals(Optional.of(SECRET), opened(cookies(), "a", "/x", sealed().getValue()));
    }

    @Test
    void nobodyReadsIt() {
        NewCookie cookie = sealed();
        assertFalse(cookie.getValue().contains(SECRET));
        for (String part : cookie.getValue().split("\\.", -1)) {
            assertFalse(new Base64URL(part).decodeToString().contains(SECRET));
        }
    }

    @Test
    void nobodyChangesIt() {
        String value = sealed().getValue();
        for (int i = 0; i < value.length(); i++) {
            if (!isLastOfAPart(value, i)) {
                char other = value.charAt(i) == 'A' ? 'B' : 'A';
                String changed = value.substring(0, i) + other + value.substring(i + 1);
                assertTrue(opened(cookies(), "a", "/x", changed).isEmpty(), changed);
            }
        }
    }

    /** It holds fewer than six bits: another letter may stand for the same bytes. */
    private static boolean isLastOfAPart(String value, int at) {
        return at + 1 == value.length() || value.charAt(at + 1) == '.';
    }

    @Test
    void itOpensAsNothingElse() {
        String value = sealed().getValue();
        assertTrue(opened(cookies(), "b", "/x", value).isEmpty());
        assertTrue(opened(cookies(), "a", "/y", value).isEmpty());
        assertTrue(opened(cookies(), "a", "/x", "").isEmpty());
        assertTrue(opened(cookies(), "a", "/x", "a.b.c.d.e").isEmpty());
    }

    @Test
    void itIsOverAfterTenMinutes() {
        String value = sealed().getValue();
        Instant end = NOON.plus(Duration.ofMinutes(10));
        assertTrue(opened(at(end.minusSeconds(1), "http://x"), "a", "/x", value).isPresent());
        assertTrue(opened(at(end, "http://x"), "a", "/x", value).isEmpty());
    }

    @Test
    void itOutlivesARotationOfKeysButNotTheirEnd() {
        String value = sealed().getValue();
        keys.keys.add(0, key(2));
        assertTrue(opened(cookies(), "a", "/x", value).isPresent());
        keys.keys.remove(1);
        assertTrue(opened(cookies(), "a", "/x", value).isEmpty());
    }

    @Test
    void scriptsDoNotSeeItAndOtherSitesFormsDoNotSendIt() {
        NewCookie cookie = sealed();
        assertTrue(cookie.isHttpOnly());
        assertEquals(NewCookie.SameSite.LAX, cookie.getSameSite());
        assertEquals("/x", cookie.getPath());
        assertEquals(600, cookie.getMaxAge());
        assertFalse(cookie.isSecure());
    }

    @Test
    void overTlsItStaysThere() {
        NewCookie cookie = at(NOON, "https://warp.example").seal("a", "/x", new JWTClaimsSet.Builder().build());
        assertTrue(cookie.isSecure());
        assertEquals("__Secure-a", cookie.getName());
    }
}
