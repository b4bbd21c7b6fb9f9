package tel.ringer.warp.notification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import tel.ringer.warp.access.rest.BearerCredential;

/** Knows the operator's own mail server by its token, which is good for nothing but its reports. */
@ApplicationScoped
public class MailServerStore implements IdentityStore {
    private static final int BEFORE_THE_STORE_OF_ACCESS_TOKENS = 20;

    @Inject
    private WebhookSettings settings;

    /** Not left to the interface, which looks a method up by reflection: that fails once the EAR was deployed again. */
    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof BearerCredential bearer && settings.isDsnToken(bearer.token())
                ? new CredentialValidationResult(new MailServerPrincipal())
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    @Override
    public int priority() {
        return BEFORE_THE_STORE_OF_ACCESS_TOKENS;
    }
}
