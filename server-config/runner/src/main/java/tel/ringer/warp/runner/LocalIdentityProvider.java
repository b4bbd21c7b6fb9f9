package tel.ringer.warp.runner;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import no.nav.security.mock.oauth2.token.RequestMapping;
import no.nav.security.mock.oauth2.token.RequestMappingTokenCallback;

/** An OpenID provider on this machine that signs in whoever says an address: for development and tests only. */
public final class LocalIdentityProvider implements AutoCloseable {

    /** The client that WARP is to this provider. */
    public static final String CLIENT_ID = "warp";

    private static final String ISSUER_ID = "warp";
    private static final Duration LIFETIME = Duration.ofHours(1);

    /** Of everybody who signs in, by password grant or in the browser; the subject is not the address on purpose. */
    private static final Map<String, Object> CLAIMS = Map.of(
            "sub", "local-${subject}",
            "aud", "${client_id}",
            "email", "${subject}",
            "email_verified", true,
            "name", "${subject}");

    private final KeyProvider keys = new KeyProvider();
    private final MockOAuth2Server server;
    private final Clock clock;
    private final int port;

    private LocalIdentityProvider(int port, Clock clock) {
        this.clock = clock;
        this.server = new MockOAuth2Server(new OAuth2Config(
                true,
                null,
                null,
                false,
                new OAuth2TokenProvider(keys, clock::instant),
                Set.of(new RequestMappingTokenCallback(
                        ISSUER_ID,
                        List.of(new RequestMapping(
                                RequestMappingTokenCallback.SUBJECT_PARAM, "*", CLAIMS, JOSEObjectType.JWT.getType())),
                        LIFETIME.toSeconds())),
                new NettyWrapper()));
        server.start(InetAddress.getLoopbackAddress(), port);
        this.port = server.baseUrl().port();
    }

    /**
     * Starts it.
     *
     * @param port where it answers on this machine; 0 for any free port
     */
    public static LocalIdentityProvider start(int port) {
        return new LocalIdentityProvider(port, Clock.systemUTC());
    }

    public int port() {
        return port;
    }

    /** The issuer as WARP must be told it, and as the tokens and the discovery document state it. */
    public String issuer() {
        return "http://localhost:%d/%s".formatted(port, ISSUER_ID);
    }

    /** The ID token that the holder of the address gets when signing in. */
    public String idToken(String address) {
        return idToken(Map.of("sub", "local-" + address, "email", address, "name", address));
    }

    /**
     * An ID token signed with the provider's own key.
     *
     * @param claims replace or add to those of a good token; {@code iss}, {@code aud}, {@code exp} and the like included
     */
    public String idToken(Map<String, ?> claims) {
        return idToken(claims, signingKey());
    }

    /** An ID token with these claims signed with any key, for tests of what must be refused. */
    public String idToken(Map<String, ?> claims, RSAKey key) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .type(JOSEObjectType.JWT)
                    .build();
            SignedJWT token = new SignedJWT(header, claimSet(claims));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The key cannot sign.", e);
        }
    }

    /** The key that the provider signs with, private part included. */
    public RSAKey signingKey() {
        return keys.signingKey(ISSUER_ID).toRSAKey();
    }

    /** What it is made of, for everything else that a test wants. */
    public MockOAuth2Server server() {
        return server;
    }

    /** What the application must be told to trust this provider. */
    public Map<String, String> environment() {
        return Map.of("WARP_OIDC_ISSUER", issuer(), "WARP_OIDC_CLIENT_ID", CLIENT_ID, "WARP_OIDC_NAME", "Local");
    }

    /** Stops it; a stopped provider stays stopped. */
    public void stop() {
        server.shutdown();
    }

    @Override
    public void close() {
        stop();
    }

    private JWTClaimsSet claimSet(Map<String, ?> claims) {
        Instant now = clock.instant();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("iss", issuer());
        all.put("aud", CLIENT_ID);
        all.put("email_verified", true);
        all.put("iat", Date.from(now));
        all.put("nbf", Date.from(now));
        all.put("exp", Date.from(now.plus(LIFETIME)));
        all.put("jti", UUID.randomUUID().toString());
        all.putAll(claims);
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
        all.forEach(builder::claim);
        return builder.build();
    }
}
