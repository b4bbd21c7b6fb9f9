package tel.ringer.warp.identity.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.http.rest.ForeignParameters;
import tel.ringer.warp.http.rest.RequestId;
import tel.ringer.warp.identity.SignIns;
import tel.ringer.warp.identity.VerifiedIdentity;
import tel.ringer.warp.page.rest.ForBrowsers;
import tel.ringer.warp.page.rest.Pages;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.rest.ProblemDocument;

/** Sign-in for browsers, by links alone. */
@Path("/auth")
@Produces({Pages.HTML, MediaType.APPLICATION_JSON})
@Tag(name = "Sign-in")
public class SignInResource {
    @Inject
    private Providers providers;

    @Inject
    private CodeFlow flow;

    @Inject
    private CodeExchange exchange;

    @Inject
    private SignIns signIns;

    @Inject
    private SessionCookies sessions;

    @Inject
    private Proofs proofs;

    @Inject
    private SignInPage page;

    @Inject
    private RequestId requestId;

    @Context
    private HttpHeaders headers;

    @GET
    @Path("/login")
    @Public
    @ForBrowsers
    @SecurityRequirements
    @APIResponse(responseCode = "303", description = "To the provider.")
    @APIResponse(
            responseCode = "200",
            description = "A page to choose a provider.",
            content = @Content(mediaType = Pages.HTML))
    @Operation(
            operationId = "beginSignIn",
            summary = "Sign in with a browser",
            description = "Redirects to the provider; with several and none named, a page lets the person choose.")
    public Response login(
            @QueryParam("provider") @Nullable String provider,
            @QueryParam("return_to") @DefaultValue("/") String returnTo,
            @QueryParam("select_account") @DefaultValue("false") boolean selectAccount) {
        ReturnPath path = ReturnPath.of(returnTo);
        Optional<Provider> chosen = provider == null ? providers.only() : Optional.of(providers.get(provider));
        return chosen.map(known -> flow.toSession(known, path, selectAccount))
                .map(beginning -> Response.seeOther(beginning.address())
                        .cookie(beginning.cookie())
                        .build())
                .orElseGet(() -> page.choice(path, selectAccount));
    }

    @GET
    @Path("/callback")
    @Public
    @ForBrowsers
    @ForeignParameters
    @SecurityRequirements
    @APIResponse(responseCode = "303", description = "Signed in, and back to where the person wanted to be.")
    @Operation(
            operationId = "finishSignIn",
            summary = "Come back from the provider",
            description = "For redirects of the provider alone: sets the session's cookie and redirects to return_to.")
    public Response callback(
            @QueryParam("code") @Nullable String code,
            @QueryParam("state") @Nullable String state,
            @QueryParam("iss") @Nullable String issuer,
            @QueryParam("error") @Nullable String error,
            @Context UriInfo uri) {
        try {
            return finish(flow.pending(headers), uri);
        } catch (ProblemException problem) {
            return Response.fromResponse(ProblemDocument.of(problem, requestId.value()))
                    .cookie(flow.end())
                    .build();
        }
    }

    private Response finish(PendingSignIn pending, UriInfo uri) {
        Provider provider = providers.get(pending.provider());
        PendingSignIn.Destination destination = pending.destination();
        Callback callback = Callback.parse(flow.redirectUri(), Map.copyOf(uri.getQueryParameters()));
        if (destination.withProof() && callback.isCancelled(pending)) {
            return Response.seeOther(URI.create(destination.path()))
                    .cookie(flow.end())
                    .build();
        }
        VerifiedIdentity identity = exchange.identity(callback, pending, provider);
        return Response.seeOther(URI.create(destination.path()))
                .cookie(flow.end())
                .cookie(
                        destination.withProof()
                                ? proofs.cookie(identity, provider, destination.path())
                                : sessions.refresh(signIns.signIn(identity)))
                .build();
    }
}
