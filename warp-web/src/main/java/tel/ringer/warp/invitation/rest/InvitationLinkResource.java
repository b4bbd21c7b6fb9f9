package tel.ringer.warp.invitation.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.http.rest.OwnPages;
import tel.ringer.warp.identity.VerifiedIdentity;
import tel.ringer.warp.identity.rest.IdTokens;
import tel.ringer.warp.identity.rest.ProvenIdentity;
import tel.ringer.warp.identity.rest.TokenIssue;
import tel.ringer.warp.invitation.Acceptance;
import tel.ringer.warp.invitation.InvitationLinks;
import tel.ringer.warp.invitation.InvitationView;
import tel.ringer.warp.invitation.Renewals;
import tel.ringer.warp.page.rest.ForBrowsers;
import tel.ringer.warp.page.rest.Pages;
import tel.ringer.warp.problem.ProblemException;

/** The link in an invitation's mail. */
@Path("/invitations/{token}")
@Tag(name = "Invitation link")
public class InvitationLinkResource {
    @Inject
    private InvitationLinks links;

    @Inject
    private Renewals renewals;

    @Inject
    private OwnPages ownPages;

    @Inject
    private IdTokens idTokens;

    @Inject
    private TokenIssue tokens;

    @Inject
    private InvitationPage page;

    @Inject
    private Guests guests;

    @Context
    private HttpHeaders headers;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Public
    @SecurityRequirements
    @Operation(
            operationId = "viewInvitation",
            summary = "See an invitation",
            description = "Changes nothing. Browsers get a page.")
    public InvitationViewResponse view(@PathParam("token") String token) {
        return InvitationViewResponse.of(links.view(FollowedLink.of(token).bearer()));
    }

    @GET
    @Produces(Pages.HTML + ";qs=0.5")
    @Public
    @ForBrowsers
    @SecurityRequirements
    @APIResponse(responseCode = "200", description = "What it is for.", content = @Content(mediaType = Pages.HTML))
    @Operation(
            operationId = "viewInvitation",
            summary = "See an invitation",
            description = "Changes nothing. Browsers get a page.")
    public Response viewPage(@PathParam("token") String token) {
        try {
            return page(FollowedLink.of(token));
        } catch (ProblemException unknown) {
            return page.of(unknown);
        }
    }

    private Response page(FollowedLink link) {
        Optional<Decision> decision = guests.decision(link, headers);
        if (decision.isPresent()) {
            return page.of(decision.get());
        }
        Optional<ProvenIdentity> guest = guests.guest(link, headers);
        try {
            InvitationView view = links.view(link.bearer());
            guest.map(ProvenIdentity::identity).ifPresent(view::requireFor);
            return page.of(link, view, guest);
        } catch (ProblemException problem) {
            return page.of(link, problem, guest);
        }
    }

    @POST
    @Path("/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Public
    @SecurityRequirements
    @Operation(
            operationId = "acceptInvitation",
            summary = "Accept an invitation",
            description = "Needs an ID token whose verified address is the invited one; works once.")
    public AcceptanceResponse accept(
            @PathParam("token") String token, @NotNull @Valid InvitationDecisionRequest request) {
        CustomerScope.Invitation bearer = FollowedLink.of(token).bearer();
        VerifiedIdentity identity = idTokens.verify(request.idToken());
        Acceptance acceptance = links.accept(bearer, identity);
        return AcceptanceResponse.of(acceptance, tokens.of(acceptance.session()));
    }

    @POST
    @Path("/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    @SecurityRequirements
    @Operation(
            operationId = "declineInvitation",
            summary = "Decline an invitation",
            description = "Needs an ID token whose verified address is the invited one. The inviter sees the status.")
    public void decline(@PathParam("token") String token, @NotNull @Valid InvitationDecisionRequest request) {
        CustomerScope.Invitation bearer = FollowedLink.of(token).bearer();
        links.decline(bearer, idTokens.verify(request.idToken()));
    }

    @POST
    @Path("/renewal-request")
    @Produces({MediaType.APPLICATION_JSON, Pages.HTML + ";qs=0.5"})
    @Public
    @ForBrowsers
    @SecurityRequirements
    @APIResponse(
            responseCode = "202",
            description = "Whoever invited is told, if they still can invite. Browsers get a page that says so.",
            content = @Content(mediaType = Pages.HTML))
    @Operation(
            operationId = "requestInvitationRenewal",
            summary = "Ask for a new invitation in place of an expired one",
            description = "Works once for each invitation; again, it changes nothing and answers the same.")
    public Response requestRenewal(@PathParam("token") String token) {
        FollowedLink link = FollowedLink.of(token);
        if (!Pages.areWanted(headers.getAcceptableMediaTypes())) {
            renewals.request(link.bearer());
            return Response.accepted().build();
        }
        try {
            ownPages.requireOneOf(headers);
            renewals.request(link.bearer());
            return page.ofRenewalRequest();
        } catch (ProblemException problem) {
            return page.of(link, problem, Optional.empty());
        }
    }
}
