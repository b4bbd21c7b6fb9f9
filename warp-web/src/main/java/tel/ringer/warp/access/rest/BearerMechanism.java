package tel.ringer.warp.access.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Asks the identity stores whose a bearer token is. Who sends none is nobody, which the {@link CallerFilter} judges; who
 * sends one that no store vouches for is refused, wherever it leads.
 */
@ApplicationScoped
public class BearerMechanism implements HttpAuthenticationMechanism {
    @Inject
    private IdentityStoreHandler stores;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.stream().noneMatch(BearerCredential::isMeantBy)) {
            return context.doNothing();
        }
        Optional<CredentialValidationResult> valid = Optional.of(headers)
                .filter(sent -> sent.size() == 1)
                .flatMap(sent -> BearerCredential.in(sent.get(0)))
                .map(stores::validate)
                .filter(result -> result.getStatus() == Status.VALID);
        return valid.map(result -> welcome(result, context)).orElseGet(context::responseUnauthorized);
    }

    /** The principal is added as it is: the container would keep its name alone. */
    private static AuthenticationStatus welcome(CredentialValidationResult result, HttpMessageContext context) {
        context.getClientSubject().getPrincipals().add(result.getCallerPrincipal());
        return context.notifyContainerAboutLogin(result);
    }
}
