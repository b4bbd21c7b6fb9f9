package tel.ringer.warp.identity.rest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
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
import tel.ringer.warp.identity.OpenedSession;
import tel.ringer.warp.setting.Settings;

/** WARP's own access tokens (claims of MicroProfile JWT 2.1): they say who and in which session, never what is allowed. */
@ApplicationScoped
public class AccessTokens implements Settings {
    /** Of access tokens alone (RFC 9068, section 2.1): nothing else that WARP or a provider signs is one. */
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;

    @Inject
    private TokenKeys keys;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "warp.token.issuer")
    private String issuer;

    @Inject
    @ConfigProperty(name = "warp.token.audience")
    private String audience;

    @Inject
    @ConfigProperty(name = "warp.token.access-for")
    private Duration accessFor;

    @Override
    public void check() {
        Settings.requirePositive("warp.token.access-for", accessFor);
    }

    AccessToken sign(OpenedSession session) {
        Instant now = clock.instant();
        Instant end = earlier(now.plus(accessFor), session.refreshExpiresAt());
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(session.userId().toString())
                .claim("upn", session.email())
                .claim("groups", List.of())
                .claim("sid", session.sessionId().toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(end))
                .build();
        return new AccessToken(signed(claims), Duration.between(now, end).toSeconds());
    }

    private String signed(JWTClaimsSet claims) {
        RSAKey key = keys.signing();
        JWSHeader header = new JWSHeader.Builder(ALGORITHM)
                .keyID(key.getKeyID())
                .type(TYPE)
                .build();
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The access token could not be signed", e);
        }
    }

    /** No token outlives its session. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    record AccessToken(String value, long secondsToLive) {
        @Override
        public String toString() {
            return "AccessToken[hidden]";
        }
    }
}
