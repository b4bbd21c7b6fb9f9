package tel.ringer.warp.identity.rest;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Short-lived cookies that WARP alone can read and make, on whichever node: JWE (RFC 7516, {@code dir} with A256GCM).
 * What is sealed for one cookie and path opens as no other.
 *
 * <p>{@code SameSite=Lax}, not Strict: the provider sends the browser back, and a Strict cookie would stay out of a
 * navigation that another site began.
 */
@ApplicationScoped
public class SealedCookies {
    static final Duration KEPT_FOR = Duration.ofMinutes(10);
    /** Browsers take such a cookie from a secure origin alone (RFC 6265bis, section 4.1.3.1). */
    private static final String SECURE_PREFIX = "__Secure-";

    private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);
    /** Of each of these cookies, letter by letter: no other algorithm is even looked at. */
    private static final String BEGINNING = HEADER.toBase64URL() + "..";

    private CookieKeys keys;
    private Clock clock;
    private URI publicUrl;

    /** For proxies alone. */
    @SuppressWarnings("NullAway.Init")
    protected SealedCookies() {}

    @Inject
    SealedCookies(CookieKeys keys, Clock clock, @ConfigProperty(name = "warp.public-url") URI publicUrl) {
        this.keys = keys;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** @param path beneath which the browser sends it */
    public NewCookie seal(String name, String path, JWTClaimsSet contents) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder(contents)
                .audience(audience(name, path))
                .expirationTime(Date.from(clock.instant().plus(KEPT_FOR)))
                .build();
        try {
            EncryptedJWT sealed = new EncryptedJWT(HEADER, claims);
            sealed.encrypt(new DirectEncrypter(keys.current()));
            return cookie(name, path, sealed.serialize(), (int) KEPT_FOR.toSeconds());
        } catch (JOSEException e) {
            throw new IllegalStateException("The cookie could not be sealed", e);
        }
    }

    public NewCookie removal(String name, String path) {
        return cookie(name, path, "", 0);
    }

    /** What was sealed; empty if nothing was sent, or something that is not WARP's, or too late. */
    public Optional<JWTClaimsSet> open(String name, String path, HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(fullName(name)))
                .map(Cookie::getValue)
                .flatMap(value -> opened(name, path, value));
    }

    Optional<JWTClaimsSet> opened(String name, String path, String value) {
        if (!value.startsWith(BEGINNING)) {
            return Optional.empty();
        }
        return keys.all().stream()
                .flatMap(key -> decrypted(value, key).stream())
                .findFirst()
                .filter(claims -> claims.getAudience().equals(List.of(audience(name, path))))
                .filter(claims ->
                        clock.instant().isBefore(claims.getExpirationTime().toInstant()));
    }

    private static Optional<JWTClaimsSet> decrypted(String value, SecretKey key) {
        try {
            EncryptedJWT sealed = EncryptedJWT.parse(value);
            sealed.decrypt(new DirectDecrypter(key));
            return Optional.ofNullable(sealed.getJWTClaimsSet());
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }

    private static String audience(String name, String path) {
        return name + " " + path;
    }

    private NewCookie cookie(String name, String path, String value, int secondsToLive) {
        return new NewCookie.Builder(fullName(name))
                .value(value)
                .path(path)
                .maxAge(secondsToLive)
                .secure(isSecure())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private String fullName(String name) {
        return isSecure() ? SECURE_PREFIX + name : name;
    }

    private boolean isSecure() {
        return "https".equalsIgnoreCase(publicUrl.getScheme());
    }
}
