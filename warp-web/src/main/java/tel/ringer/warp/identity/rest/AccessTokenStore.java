package tel.ringer.warp.identity.rest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.text.ParseException;
import java.time.Clock;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.access.Uuids;
import tel.ringer.warp.access.rest.BearerCredential;

/** Vouches for access tokens. Whether person and session still are what they were is the gatekeeper's to know. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class AccessTokenStore implements IdentityStore {
    private static final System.Logger LOG = System.getLogger(AccessTokenStore.class.getName());

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

    private TokenVerifier verifier;

    @PostConstruct
    void prepare() {
        verifier = new TokenVerifier(keys::accepted, issuer, audience, clock);
    }

    /** Not left to the interface, which looks a method up by reflection: that fails once the EAR was deployed again. */
    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof BearerCredential bearer
                ? validate(bearer.token())
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    /** Anybody may send anything, so that a refusal is no line in the log. */
    private CredentialValidationResult validate(String token) {
        try {
            JWTClaimsSet claims = verifier.verify(token);
            Uuids.parse(claims.getSubject());
            Uuids.parse(claims.getStringClaim("sid"));
            return new CredentialValidationResult(new TokenCaller(claims), Set.of());
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "Not an access token: " + e);
            return CredentialValidationResult.INVALID_RESULT;
        }
    }
}
