package tel.ringer.warp.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.identity.OpenedSession;
import tel.ringer.warp.identity.RefreshToken;

/**
 * The cookie in which a browser keeps its refresh token: out of reach of script, sent by WARP's own pages alone, and
 * only to the few paths that continue or end a session.
 */
@ApplicationScoped
public class SessionCookies {
    private static final String NAME = "warp_refresh";
    /** Browsers take such a cookie from a secure origin alone (RFC 6265bis, section 4.1.3.1). */
    private static final String SECURE_PREFIX = "__Secure-";

    private static final String PATH = "/auth";

    private URI publicUrl;
    private Clock clock;

    /** For proxies alone. */
    @SuppressWarnings("NullAway.Init")
    protected SessionCookies() {}

    @Inject
    SessionCookies(@ConfigProperty(name = "warp.public-url") URI publicUrl, Clock clock) {
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Lives as long as the token in it. */
    public NewCookie refresh(OpenedSession session) {
        Duration left = Duration.between(clock.instant(), session.refreshExpiresAt());
        return cookie(session.refreshToken().value(), (int) left.toSeconds());
    }

    /** Makes the browser forget the token. */
    public NewCookie removal() {
        return cookie("", 0);
    }

    /** The token that the browser sent; empty without one. */
    public Optional<RefreshToken> sentWith(HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(name()))
                .map(Cookie::getValue)
                .filter(value -> !value.isBlank())
                .map(RefreshToken::new);
    }

    private NewCookie cookie(String value, int secondsToLive) {
        return new NewCookie.Builder(name())
                .value(value)
                .path(PATH)
                .maxAge(secondsToLive)
                .secure(isSecure())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private String name() {
        return isSecure() ? SECURE_PREFIX + NAME : NAME;
    }

    private boolean isSecure() {
        return "https".equalsIgnoreCase(publicUrl.getScheme());
    }
}
