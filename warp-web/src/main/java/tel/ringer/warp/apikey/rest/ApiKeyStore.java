package tel.ringer.warp.apikey.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import tel.ringer.warp.access.rest.ApiKeyPrincipal;
import tel.ringer.warp.apikey.ApiKeySecret;

/**
 * Lets API keys past the server, which takes every bearer token for a JWT: it asks all stores about a token, this one
 * before its own. Nothing is verified here but the form; the {@code CallerFilter} asks the database, and refuses.
 */
@ApplicationScoped
public class ApiKeyStore implements IdentityStore {
    private static final String SCHEME = "Bearer ";
    private static final int BEFORE_THE_SERVERS_OWN = 10;

    @Inject
    private HttpServletRequest request;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(SCHEME + ApiKeySecret.MARK)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return new CredentialValidationResult(new ApiKeyPrincipal(
                ApiKeySecret.parse(header.substring(SCHEME.length())).map(ApiKeySecret::scope)));
    }

    @Override
    public int priority() {
        return BEFORE_THE_SERVERS_OWN;
    }

    @Override
    public Set<ValidationType> validationTypes() {
        return Set.of(ValidationType.VALIDATE);
    }
}
