package tel.ringer.warp.invitation.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.http.rest.OwnPages;
import tel.ringer.warp.identity.rest.CodeFlow;
import tel.ringer.warp.identity.rest.ProvenIdentity;
import tel.ringer.warp.identity.rest.Providers;
import tel.ringer.warp.identity.rest.SessionCookies;
import tel.ringer.warp.identity.rest.SignInPage;
import tel.ringer.warp.invitation.InvitationLinks;
import tel.ringer.warp.invitation.InvitationView;
import tel.ringer.warp.invitation.Openings;
import tel.ringer.warp.page.rest.ForBrowsers;
import tel.ringer.warp.page.rest.Pages;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * The forms of the invitation's page. The link's token stays in the path, which logs mask; a query would show it.
 */
@Path("/invitations/{token}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces({Pages.HTML, MediaType.APPLICATION_JSON})
@Tag(name = "Invitation link")
public class InvitationFormsResource {
    @Inject
    private InvitationLinks links;

    @Inject
    private Openings openings;

    @Inject
    private Providers providers;

    @Inject
    private CodeFlow flow;

    @Inject
    private SignInPage signIn;

    @Inject
    private SessionCookies sessions;

    @Inject
    private Guests guests;

    @Inject
    private OwnPages ownPages;

    @Inject
    private InvitationPage page;

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    @POST
    @Path("/sign-in")
    @Public
    @ForBrowsers
    @SecurityRequirements
    @APIResponse(
            responseCode = "200",
            description = "A page that leads to the provider.",
            content = @Content(mediaType = Pages.HTML))
    @Operation(
            operationId = "signInToInvitation",
            summary = "Show who you are to an invitation's page",
            description = "For the page's own form: leads to the provider and back. Opens no session.")
    public Response signIn(@PathParam("token") String token, @FormParam("provider") @Nullable String provider) {
        return answered(token, link -> {
            ownPages.requireOneOf(headers);
            InvitationView view = links.view(link.bearer());
            Response onward = signIn.onward(flow.toProof(providers.get(given(provider)), link.path(), view.email()));
            openings.note(link.bearer());
            return onward;
        });
    }

    @POST
    @Path("/accept")
    @Public
    @ForBrowsers
    @SecurityRequirements
    @Operation(hidden = true)
    public Response acceptForm(@FormParam("form_token") @Nullable String formToken) {
        return answered(token(), link -> {
            ProvenIdentity sender = guests.sender(link, headers, formToken);
            InvitationView view = links.view(link.bearer());
            return guests.decided(link, Decision.of(true, view))
                    .cookie(sessions.refresh(
                            links.accept(link.bearer(), sender.identity()).session()))
                    .build();
        });
    }

    @POST
    @Path("/decline")
    @Public
    @ForBrowsers
    @SecurityRequirements
    @Operation(hidden = true)
    public Response declineForm(@FormParam("form_token") @Nullable String formToken) {
        return answered(token(), link -> {
            ProvenIdentity sender = guests.sender(link, headers, formToken);
            InvitationView view = links.view(link.bearer());
            links.decline(link.bearer(), sender.identity());
            return guests.decided(link, Decision.of(false, view)).build();
        });
    }

    /** Refusals as pages that know the invitation, for whoever wants pages. */
    private Response answered(String token, Function<FollowedLink, Response> form) {
        FollowedLink link = FollowedLink.of(token);
        try {
            return form.apply(link);
        } catch (ProblemException problem) {
            if (!Pages.areWanted(headers.getAcceptableMediaTypes())) {
                throw problem;
            }
            return page.of(link, problem, guests.guest(link, headers));
        }
    }

    /** Not a parameter of operations that the OpenAPI document hides: the server would log that it can't place it. */
    private String token() {
        return String.valueOf(uri.getPathParameters().getFirst("token"));
    }

    private static String given(@Nullable String provider) {
        return Optional.ofNullable(provider)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.MALFORMED, "unknown_provider", "There is no sign-in provider of that name."));
    }
}
