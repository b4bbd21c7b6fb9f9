package tel.ringer.warp.identity.rest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.identity.OpenedSession;
import tel.ringer.warp.identity.SigningKey;
import tel.ringer.warp.identity.SigningKeys;

/** WARP's own access tokens (MicroProfile JWT 2.1): they say who and in which session, never what is allowed. */
@ApplicationScoped
public class AccessTokens {
    @Inject
    private SigningKeys keys;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.issuer")
    private String issuer;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.audiences")
    private String audience;

    @Inject
    @ConfigProperty(name = "warp.token.access-for")
    private Duration accessFor;

    private volatile @Nullable RSAKey key;

    String sign(OpenedSession session) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(session.userId().toString())
                .claim("upn", session.email())
                .claim("groups", List.of())
                .claim("sid", session.sessionId().toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(accessFor)))
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key().getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The access token could not be signed", e);
        }
    }

    long secondsToLive() {
        return accessFor.toSeconds();
    }

    /** The public half, for whoever wants to verify WARP's tokens (RFC 7517). */
    String publicKeys() {
        return new JWKSet(key().toPublicJWK()).toString();
    }

    private RSAKey key() {
        RSAKey known = key;
        if (known == null) {
            known = toJwk(keys.current());
            key = known;
        }
        return known;
    }

    private static RSAKey toJwk(SigningKey pair) {
        try {
            return new RSAKey.Builder(pair.publicKey())
                    .privateKey(pair.privateKey())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key has no thumbprint", e);
        }
    }
}
