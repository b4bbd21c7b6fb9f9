package tel.ringer.warp.identity.rest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ConcatKDF;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.identity.SigningKey;
import tel.ringer.warp.identity.SigningKeys;

/**
 * Keys of the sealed cookies, derived from the key that all nodes share anyway: one-step key derivation (NIST SP
 * 800-56C, section 4) with a context of its own, so that neither says anything about the other.
 */
@ApplicationScoped
class CookieKeys {
    private static final int BITS = 256;
    private static final byte[] CONTEXT = "warp sealed cookies 1".getBytes(StandardCharsets.US_ASCII);

    /**
     * @param before what sealed until the signing key was rotated, for cookies that still live
     * @param beforeUntil when none of those is left
     */
    private record Keys(SigningKey signing, SecretKey now, @Nullable SecretKey before, Instant beforeUntil) {}

    @Inject
    private SigningKeys signingKeys;

    @Inject
    private Clock clock;

    private @Nullable Keys known;

    SecretKey current() {
        return keys().now();
    }

    /** With which cookies may have been sealed that still live. */
    List<SecretKey> all() {
        Keys keys = keys();
        return keys.before() != null && clock.instant().isBefore(keys.beforeUntil())
                ? List.of(keys.now(), keys.before())
                : List.of(keys.now());
    }

    private synchronized Keys keys() {
        SigningKey signing = signingKeys.current();
        Keys keys = known;
        if (keys == null || !keys.signing().equals(signing)) {
            SecretKey before = keys == null ? null : keys.now();
            keys = new Keys(signing, derive(signing), before, clock.instant().plus(SealedCookies.KEPT_FOR));
            known = keys;
        }
        return keys;
    }

    static SecretKey derive(SigningKey key) {
        try {
            SecretKey secret = new SecretKeySpec(key.privateKey().getEncoded(), "RAW");
            return new ConcatKDF("SHA-256").deriveKey(secret, BITS, CONTEXT);
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
