package tel.ringer.warp.suite;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.runner.LocalIdentityProvider;

/** ID tokens as the provider issues them, and variations that it never would. */
final class Identities {
    private Identities() {}

    /** What the provider says of somebody. Times in seconds since 1970. */
    static Map<String, Object> claims(String email, String subject) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", PartsForTests.identityProvider().issuer());
        claims.put("sub", subject);
        claims.put("aud", LocalIdentityProvider.CLIENT_ID);
        claims.put("iat", now);
        claims.put("exp", now + 600);
        claims.put("email", email);
        claims.put("email_verified", true);
        return claims;
    }

    /** Exactly these claims, signed by the provider. */
    static String of(Map<String, Object> claims) {
        return signed(claims, PartsForTests.identityProvider().signingKey());
    }

    static String signed(Map<String, Object> claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    JWTClaimsSet.parse(claims));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
