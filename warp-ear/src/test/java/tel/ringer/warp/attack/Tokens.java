package tel.ringer.warp.attack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.TokenKeys;

/** Access tokens as WARP would never issue them, and some as it does. */
final class Tokens {
    private static final JOSEObjectType AT_JWT = new JOSEObjectType("at+jwt");

    private Tokens() {}

    /** As WARP issues it, with its own key. */
    static String signed(String user, String session, Map<String, ?> moreClaims) {
        return sign(
                claims(user, session, moreClaims),
                JWSAlgorithm.RS256,
                TokenKeys.OURS.getKeyID(),
                signer(TokenKeys.OURS));
    }

    /** Right in everything but the signature. */
    static List<String> unsigned(String user, String session) {
        JWTClaimsSet claims = claims(user, session, Map.of());
        String good = signed(user, session, Map.of());
        return List.of(
                new PlainJWT(claims).serialize(),
                sign(claims, JWSAlgorithm.RS256, TokenKeys.OURS.getKeyID(), signer(TokenKeys.STRANGE)),
                sign(claims, JWSAlgorithm.HS256, TokenKeys.OURS.getKeyID(), publicKeyAsSecret()),
                good.substring(0, good.lastIndexOf('.') + 1),
                good.substring(0, good.length() - 8) + "AAAAAAAA",
                session);
    }

    /** An ID token that the provider did not sign. */
    static String unsignedIdentity(String email) {
        return PartsForTests.identityProvider()
                .idToken(Map.of("sub", "local-" + email, "email", email), TokenKeys.STRANGE);
    }

    private static JWTClaimsSet claims(String user, String session, Map<String, ?> moreClaims) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("warp")
                .audience("warp")
                .subject(user)
                .claim("upn", "somebody@people.example")
                .claim("groups", List.of())
                .claim("sid", session)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(900)));
        moreClaims.forEach(claims::claim);
        return claims.build();
    }

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(keyId).type(AT_JWT).build(), claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For verifiers that take whatever algorithm the token names. */
    private static JWSSigner publicKeyAsSecret() {
        try {
            return new MACSigner(TokenKeys.OURS.toRSAPublicKey().getEncoded());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
