package tel.ringer.warp.invitation.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.invitation.InvitationId;
import tel.ringer.warp.notification.Mails;
import tel.ringer.warp.notification.rest.MailResponse;

/** What became of an invitation's mails. */
@Path("/v1/admin/invitations/{invitationId}/mails")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations")
public class InvitationMailsResource {
    @Inject
    private Mails mails;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "listInvitationMails",
            summary = "Follow the mails of an invitation",
            description = "Oldest first, each with what happened to it, on one page.")
    public PageResponse<MailResponse> list(@PathParam("invitationId") InvitationId id) {
        return PageResponse.whole(mails.about(caller.scope(), id.value()), MailResponse::of);
    }
}
