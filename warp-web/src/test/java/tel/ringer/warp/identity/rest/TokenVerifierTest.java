package tel.ringer.warp.identity.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final RSAKey first = key();
    private final RSAKey second = key();
    private final List<JWK> accepted = new ArrayList<>(List.of(first.toPublicJWK()));
    private final TokenVerifier verifier = at(NOON);

    private TokenVerifier at(Instant now) {
        return new TokenVerifier(() -> new JWKSet(accepted), "warp", "warp", Clock.fixed(now, ZoneOffset.UTC));
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("warp")
                .audience("warp")
                .subject("jane")
                .claim("sid", "session")
                .claim("upn", "jane@example.com")
                .jwtID("id")
                .issueTime(Date.from(NOON))
                .expirationTime(Date.from(NOON.plusSeconds(60)));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(AccessTokens.ALGORITHM)
                        .type(AccessTokens.TYPE)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Test
    void aTokenHoldsUntilTheSecondOfItsExpiry() throws Exception {
        String token = signed(first, claims().build());
        assertEquals("jane", verifier.verify(token).getSubject());
        assertEquals("jane", at(NOON.plusSeconds(59)).verify(token).getSubject());
        assertThrows(BadJOSEException.class, () -> at(NOON.plusSeconds(61)).verify(token));
    }

    @Test
    void aTokenDoesNotHoldBeforeItsTime() throws Exception {
        String token = signed(
                first, claims().notBeforeTime(Date.from(NOON.plusSeconds(2))).build());
        assertThrows(BadJOSEException.class, () -> verifier.verify(token));
        assertEquals("jane", at(NOON.plusSeconds(3)).verify(token).getSubject());
    }

    @Test
    void eachAcceptedKeyIsTakenUntilItIsTakenAway() throws Exception {
        String old = signed(first, claims().build());
        String young = signed(second, claims().build());
        assertThrows(BadJOSEException.class, () -> verifier.verify(young));

        accepted.add(second.toPublicJWK());
        assertEquals("jane", verifier.verify(old).getSubject());
        assertEquals("jane", verifier.verify(young).getSubject());

        accepted.remove(0);
        assertThrows(BadJOSEException.class, () -> verifier.verify(old));
        assertEquals("jane", verifier.verify(young).getSubject());
    }
}
