package tel.ringer.warp.identity.rest;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * Asks one provider about itself and remembers the answer for an hour. A provider that does not answer is left alone for
 * a few seconds, so that those who wait for it do not queue up; what it said before still holds meanwhile.
 */
final class Discovery {
    static final Duration KEPT = Duration.ofHours(1);
    static final Duration PAUSE = Duration.ofSeconds(5);
    static final int TIMEOUT_MS = 5000;
    private static final System.Logger LOG = System.getLogger(Discovery.class.getName());
    /** Public-key signatures alone: with HMAC whoever knows the client's secret could sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private record Answer(@Nullable DiscoveredProvider known, Instant askAgainAt) {}

    private final Provider provider;
    private final Duration clockSkew;
    private final Clock clock;
    private volatile Answer latest = new Answer(null, Instant.MIN);

    Discovery(Provider provider, Duration clockSkew, Clock clock) {
        this.provider = provider;
        this.clockSkew = clockSkew;
        this.clock = clock;
    }

    Provider provider() {
        return provider;
    }

    /** @throws ProblemException unavailable, {@code provider_unavailable} */
    DiscoveredProvider get() {
        Answer answer = clock.instant().isBefore(latest.askAgainAt()) ? latest : ask();
        if (answer.known() == null) {
            throw unavailable();
        }
        return answer.known();
    }

    private synchronized Answer ask() {
        Instant now = clock.instant();
        if (!now.isBefore(latest.askAgainAt())) {
            try {
                latest = new Answer(discover(), now.plus(KEPT));
            } catch (GeneralException | IOException e) {
                log(provider, e);
                latest = new Answer(latest.known(), now.plus(PAUSE));
            }
        }
        return latest;
    }

    private DiscoveredProvider discover() throws GeneralException, IOException {
        OIDCProviderMetadata metadata =
                OIDCProviderMetadata.resolve(new Issuer(provider.issuer()), TIMEOUT_MS, TIMEOUT_MS);
        IDTokenValidator validator = new IDTokenValidator(
                metadata.getIssuer(),
                new ClientID(provider.clientId()),
                new JWSVerificationKeySelector<SecurityContext>(
                        ALGORITHMS,
                        JWKSourceBuilder.create(metadata.getJWKSetURI().toURL())
                                .retrying(true)
                                .build()),
                null);
        validator.setMaxClockSkew((int) clockSkew.toSeconds());
        return new DiscoveredProvider(provider, metadata, validator);
    }

    static void log(Provider provider, Exception cause) {
        LOG.log(
                System.Logger.Level.WARNING,
                () -> "The OpenID provider " + provider.issuer() + " does not answer: " + cause);
    }

    static ProblemException unavailable() {
        return new ProblemException(
                ProblemKind.UNAVAILABLE,
                "provider_unavailable",
                "The sign-in provider does not answer.",
                Map.of("retry_after", PAUSE.toSeconds()));
    }
}
