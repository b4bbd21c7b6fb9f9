package tel.ringer.warp.identity.rest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.identity.KeyRing;
import tel.ringer.warp.identity.SigningKeys;

/** The keys as JOSE knows them, each by its thumbprint (RFC 7638). */
@ApplicationScoped
public class TokenKeys {
    @Inject
    private SigningKeys keys;

    private volatile @Nullable Known known;

    /** With its private half. */
    RSAKey signing() {
        return current().signing;
    }

    /** The public halves of all by which a token may be signed now. */
    JWKSet accepted() {
        return current().accepted;
    }

    private Known current() {
        KeyRing ring = keys.ring();
        Known last = known;
        if (last == null || !last.ring.equals(ring)) {
            last = Known.of(ring);
            known = last;
        }
        return last;
    }

    private record Known(KeyRing ring, RSAKey signing, JWKSet accepted) {
        static Known of(KeyRing ring) {
            RSAKey signing = new RSAKey.Builder(jwk(ring.signing().publicKey()))
                    .privateKey(ring.signing().privateKey())
                    .build();
            return new Known(
                    ring,
                    signing,
                    new JWKSet(ring.accepted().stream().<JWK>map(Known::jwk).toList()));
        }

        private static RSAKey jwk(RSAPublicKey key) {
            try {
                return new RSAKey.Builder(key)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .keyIDFromThumbprint()
                        .build();
            } catch (JOSEException e) {
                throw new IllegalStateException("A key has no thumbprint", e);
            }
        }
    }
}
