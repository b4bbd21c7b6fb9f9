package tel.ringer.warp.identity.rest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.identity.VerifiedIdentity;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * Verifies ID tokens (OpenID Connect Core 1.0, section 3.1.3.7): signature by a key of the provider, issuer, audience,
 * expiry, and that the provider vouches for the address.
 */
@ApplicationScoped
public class IdTokens {
    private static final System.Logger LOG = System.getLogger(IdTokens.class.getName());
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");
    private static final int TIMEOUT_MS = 5000;
    private static final int SECONDS_BEFORE_RETRY = 5;
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

    @Inject
    @ConfigProperty(name = "warp.oidc.issuer")
    private String issuer;

    @Inject
    @ConfigProperty(name = "warp.oidc.client-id")
    private String clientId;

    @Inject
    @ConfigProperty(name = "warp.oidc.clock-skew")
    private Duration clockSkew;

    private volatile @Nullable IDTokenValidator validator;

    /**
     * @throws ProblemException unauthenticated, {@code invalid_id_token} or {@code email_not_verified}; unavailable,
     *     {@code provider_unavailable}
     */
    public VerifiedIdentity verify(String idToken) {
        try {
            JWT token = JWTParser.parse(idToken);
            return identity(validator().validate(token, null));
        } catch (ParseException | BadJOSEException e) {
            throw (ProblemException) refused("invalid_id_token", "The ID token is not valid here.")
                    .initCause(e);
        } catch (RateLimitReachedException e) {
            // The provider's keys were fetched a moment ago, and this one was not among them.
            throw (ProblemException) refused("invalid_id_token", "The ID token is not valid here.")
                    .initCause(e);
        } catch (JOSEException e) {
            throw unavailable(e);
        }
    }

    private static VerifiedIdentity identity(IDTokenClaimsSet claims) {
        String email = claims.getStringClaim("email");
        if (email == null || !Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"))) {
            throw refused("email_not_verified", "The provider does not vouch for the e-mail address.");
        }
        String name = Optional.ofNullable(claims.getStringClaim("name"))
                .map(text -> CONTROL.matcher(text).replaceAll(" ").strip())
                .filter(text -> !text.isEmpty())
                .orElse(email);
        return new VerifiedIdentity(
                claims.getIssuer().getValue(), claims.getSubject().getValue(), EmailAddress.of(email), name, false);
    }

    private IDTokenValidator validator() {
        IDTokenValidator known = validator;
        if (known == null) {
            known = discover();
            validator = known;
        }
        return known;
    }

    /** The keys are cached and fetched again when the provider rotates them. */
    private IDTokenValidator discover() {
        try {
            OIDCProviderMetadata provider = OIDCProviderMetadata.resolve(new Issuer(issuer), TIMEOUT_MS, TIMEOUT_MS);
            IDTokenValidator made = new IDTokenValidator(
                    provider.getIssuer(),
                    new ClientID(clientId),
                    new JWSVerificationKeySelector<SecurityContext>(
                            ALGORITHMS,
                            JWKSourceBuilder.create(provider.getJWKSetURI().toURL())
                                    .retrying(true)
                                    .build()),
                    null);
            made.setMaxClockSkew((int) clockSkew.toSeconds());
            return made;
        } catch (GeneralException | IOException e) {
            throw unavailable(e);
        }
    }

    private ProblemException unavailable(Exception cause) {
        LOG.log(System.Logger.Level.WARNING, () -> "The OpenID provider " + issuer + " does not answer: " + cause);
        ProblemException problem = new ProblemException(
                ProblemKind.UNAVAILABLE,
                "provider_unavailable",
                "The sign-in provider does not answer.",
                Map.of("retry_after", SECONDS_BEFORE_RETRY));
        problem.initCause(cause);
        return problem;
    }

    private static ProblemException refused(String code, String detail) {
        return new ProblemException(ProblemKind.UNAUTHENTICATED, code, detail);
    }
}
