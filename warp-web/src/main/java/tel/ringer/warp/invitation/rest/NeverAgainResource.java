package tel.ringer.warp.invitation.rest;

import jakarta.inject.Inject;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.http.rest.OwnPages;
import tel.ringer.warp.invitation.Objections;
import tel.ringer.warp.page.rest.ForBrowsers;
import tel.ringer.warp.page.rest.Pages;

/** The page behind "never again" in a mail. Scanners follow links; what is said is said by the page's own form. */
@Path("/invitations/{token}/never-again")
@Produces({Pages.HTML, MediaType.APPLICATION_JSON})
@Tag(name = "Invitation link")
public class NeverAgainResource {
    private static final Pages PAGES = new Pages(NeverAgainResource.class);

    @Inject
    private Objections objections;

    @Inject
    private OwnPages ownPages;

    @Context
    private HttpHeaders headers;

    @GET
    @Public
    @ForBrowsers
    @SecurityRequirements
    @APIResponse(responseCode = "200", description = "The page.", content = @Content(mediaType = Pages.HTML))
    @Operation(
            operationId = "askNeverAgain",
            summary = "See what \"never again\" means",
            description = "A page. Changes nothing. Works for dead links too.")
    public Response ask(@PathParam("token") String token) {
        FollowedLink link = FollowedLink.of(token);
        return page(link, false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Public
    @ForBrowsers
    @SecurityRequirements
    @APIResponse(responseCode = "200", description = "A page that says so.", content = @Content(mediaType = Pages.HTML))
    @Operation(
            operationId = "sayNeverAgain",
            summary = "Get no more mail",
            description = "For the page's own form: the address that the link was sent to gets no more mail from WARP.")
    public Response say(@PathParam("token") String token) {
        FollowedLink link = FollowedLink.of(token);
        ownPages.requireOneOf(headers);
        objections.raise(link.bearer());
        return page(link, true);
    }

    private Response page(FollowedLink link, boolean done) {
        return PAGES.of(
                        Response.Status.OK.getStatusCode(),
                        "never-again.ftlh",
                        Map.of(
                                "path",
                                link.path(),
                                "email",
                                objections.addressOf(link.bearer()).masked(),
                                "done",
                                done))
                .build();
    }
}
