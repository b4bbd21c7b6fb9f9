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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.identity.VerifiedIdentity;
import tel.ringer.warp.identity.rest.IdTokens;
import tel.ringer.warp.identity.rest.TokenIssue;
import tel.ringer.warp.invitation.Acceptance;
import tel.ringer.warp.invitation.InvitationLinks;
import tel.ringer.warp.invitation.InvitationToken;
import tel.ringer.warp.problem.ProblemException;

/** The link in an invitation's mail. */
@Path("/invitations/{token}")
@Tag(name = "Invitation link")
public class InvitationLinkResource {
    @Inject
    private InvitationLinks links;

    @Inject
    private IdTokens idTokens;

    @Inject
    private TokenIssue tokens;

    @Inject
    private InvitationPage page;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Public
    @SecurityRequirements
    @Operation(
            operationId = "viewInvitation",
            summary = "See an invitation",
            description = "Changes nothing. Browsers get a page.")
    public InvitationViewResponse view(@PathParam("token") String token) {
        return InvitationViewResponse.of(links.view(bearer(token)));
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8;qs=0.5")
    @Public
    @SecurityRequirements
    @Operation(
            operationId = "viewInvitation",
            summary = "See an invitation",
            description = "Changes nothing. Browsers get a page.")
    public Response viewPage(@PathParam("token") String token) {
        try {
            return page.of(links.view(bearer(token)));
        } catch (ProblemException problem) {
            return page.of(problem);
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
            @PathParam("token") String token, @NotNull @Valid AcceptInvitationRequest request) {
        CustomerScope.Invitation bearer = bearer(token);
        VerifiedIdentity identity = idTokens.verify(request.idToken());
        Acceptance acceptance = links.accept(bearer, identity);
        return AcceptanceResponse.of(acceptance, tokens.of(acceptance.session()));
    }

    /** What can't be a token is answered as one that is unknown. */
    private static CustomerScope.Invitation bearer(String token) {
        return InvitationToken.parse(token).map(InvitationToken::scope).orElseThrow(ProblemException::notFound);
    }
}
