package tel.ringer.warp.identity.rest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ConcatKDF;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import tel.ringer.warp.identity.SigningKey;
import tel.ringer.warp.identity.SigningKeys;

/**
 * Keys of the sealed cookies, derived from the keys that all nodes share anyway: one-step key derivation (NIST SP
 * 800-56C, section 4) with a context of its own, so that neither says anything about the other.
 */
@ApplicationScoped
class CookieKeys {
    private static final int BITS = 256;
    private static final byte[] CONTEXT = "warp sealed cookies 1".getBytes(StandardCharsets.US_ASCII);

    private final Map<SigningKey, SecretKey> derived = new ConcurrentHashMap<>();

    @Inject
    private SigningKeys keys;

    SecretKey current() {
        return of(keys.ring().signing());
    }

    /** With which cookies may have been sealed that still live. */
    List<SecretKey> all() {
        return List.of(current());
    }

    private SecretKey of(SigningKey key) {
        return derived.computeIfAbsent(key, CookieKeys::derive);
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
