package tel.ringer.warp.identity.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.identity.OpenedSession;
import tel.ringer.warp.identity.RefreshToken;

class SessionCookiesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final OpenedSession SESSION = new OpenedSession(
            UUID.randomUUID(),
            new UserId(UUID.randomUUID()),
            "jane@example.com",
            "Jane",
            new RefreshToken("s3cret"),
            NOON.plusSeconds(60));

    private static SessionCookies at(String url) {
        return new SessionCookies(URI.create(url), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void theCookieHoldsTheTokenForAsLongAsItLives() {
        NewCookie cookie = at("https://warp.example").refresh(SESSION);

        assertEquals("s3cret", cookie.getValue());
        assertEquals(60, cookie.getMaxAge());
    }

    @Test
    void noScriptAndNoOtherSiteReachesIt() {
        NewCookie cookie = at("https://warp.example").refresh(SESSION);

        assertTrue(cookie.isHttpOnly());
        assertEquals(NewCookie.SameSite.STRICT, cookie.getSameSite());
        assertEquals("/auth", cookie.getPath());
    }

    @ParameterizedTest
    @CsvSource({
        "https://warp.example, true, __Secure-warp_refresh",
        "HTTPS://warp.example, true, __Secure-warp_refresh",
        "http://localhost:8080, false, warp_refresh"
    })
    void itIsSecureWhereBrowsersComeByTls(String url, boolean secure, String name) {
        NewCookie cookie = at(url).refresh(SESSION);

        assertEquals(secure, cookie.isSecure());
        assertEquals(name, cookie.getName());
    }

    @Test
    void theRemovalIsOfTheSameCookieAndKeepsNothing() {
        SessionCookies cookies = at("https://warp.example");
        NewCookie removal = cookies.removal();

        assertEquals(cookies.refresh(SESSION).getName(), removal.getName());
        assertEquals(cookies.refresh(SESSION).getPath(), removal.getPath());
        assertEquals(0, removal.getMaxAge());
        assertTrue(removal.getValue().isEmpty());
        assertNull(removal.getDomain());
    }
}
