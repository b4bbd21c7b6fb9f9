package tel.ringer.warp.apikey.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import tel.ringer.warp.access.rest.ApiKeyPrincipal;
import tel.ringer.warp.access.rest.BearerCredential;
import tel.ringer.warp.apikey.ApiKeySecret;

/**
 * Lets API keys past the server. Nothing is verified here but the form; the {@code CallerFilter} asks the database, and
 * refuses.
 */
@ApplicationScoped
public class ApiKeyStore implements IdentityStore {
    private static final int BEFORE_THE_STORE_OF_ACCESS_TOKENS = 10;

    /** Not left to the interface, which looks a method up by reflection: that fails once the EAR was deployed again. */
    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof BearerCredential bearer
                ? validate(bearer.token())
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private static CredentialValidationResult validate(String token) {
        return token.startsWith(ApiKeySecret.MARK)
                ? new CredentialValidationResult(
                        new ApiKeyPrincipal(ApiKeySecret.parse(token).map(ApiKeySecret::scope)))
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    @Override
    public int priority() {
        return BEFORE_THE_STORE_OF_ACCESS_TOKENS;
    }
}
