package tel.ringer.warp.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.access.rest.SignedIn;
import tel.ringer.warp.identity.SignIns;
import tel.ringer.warp.limit.rest.Attempt;

/** Sign-in for front ends that hold an ID token, and what follows from it. */
@Path("/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class AuthResource {
    @Inject
    private SignIns signIns;

    @Inject
    private IdTokens idTokens;

    @Inject
    private TokenIssue tokens;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Attempt attempt;

    @POST
    @Path("/exchange")
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    @SecurityRequirements
    @Operation(
            operationId = "exchangeIdToken",
            summary = "Sign in with an ID token",
            description = "The token is verified here: signature, issuer, audience, expiry, email_verified.")
    public TokenResponse exchange(@NotNull @Valid ExchangeRequest request) {
        attempt.presents(request.idToken());
        return tokens.of(signIns.signIn(idTokens.verify(request.idToken())));
    }

    @GET
    @Path("/validate")
    @SignedIn
    @Operation(operationId = "validateSession", summary = "Who am I", description = "A person, or an API key.")
    public CallerResponse validate() {
        return CallerResponse.of(caller.get());
    }
}
