package tel.ringer.warp.invitation.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.invitation.InvitationDetails;
import tel.ringer.warp.invitation.InvitationId;
import tel.ringer.warp.invitation.Invitations;

/** Invitations for those who manage a customer's people. */
@Path("/v1/admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations")
public class InvitationsResource {
    @Inject
    private Invitations invitations;

    @Inject
    private CurrentCaller caller;

    @POST
    @Path("/customers/{customerId}/invitations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createInvitation",
            summary = "Invite a person to a customer",
            description = "The mail follows; its link works once, for the invited address alone.")
    public Response create(
            @PathParam("customerId") CustomerId customerId, @NotNull @Valid CreateInvitationRequest request) {
        InvitationDetails created =
                invitations.create(caller.scope(), customerId, caller.get().userId(), request.toInvitation());
        return Response.created(UriBuilder.fromPath("/v1/admin/invitations/{id}")
                        .build(created.invitation().id()))
                .entity(InvitationResponse.of(created))
                .build();
    }

    @GET
    @Path("/invitations")
    @Operation(operationId = "listInvitations", summary = "List invitations", description = "Newest first.")
    public PageResponse<InvitationResponse> list(
            @BeanParam InvitationParameters filter, @BeanParam PageParameters page) {
        return PageResponse.of(
                invitations.list(caller.scope(), filter.toQuery(page.toRequest())), InvitationResponse::of);
    }

    @GET
    @Path("/invitations/{invitationId}")
    @Operation(operationId = "getInvitation", summary = "Read an invitation")
    public InvitationResponse get(@PathParam("invitationId") InvitationId id) {
        return InvitationResponse.of(invitations.get(caller.scope(), id));
    }

    @DELETE
    @Path("/invitations/{invitationId}")
    @Operation(
            operationId = "revokeInvitation",
            summary = "Revoke a pending invitation",
            description = "Its link dies at once.")
    public void revoke(
            @PathParam("invitationId") InvitationId id,
            @QueryParam("reason") @Size(max = 500) @Nullable String reason) {
        invitations.revoke(caller.scope(), id, caller.get().userId(), Optional.ofNullable(reason));
    }

    @POST
    @Path("/invitations/{invitationId}/resend")
    @Operation(
            operationId = "resendInvitation",
            summary = "Send a new link",
            description = "The links sent before die at once.")
    public Response resend(@PathParam("invitationId") InvitationId id) {
        InvitationDetails renewed =
                invitations.resend(caller.scope(), id, caller.get().userId());
        return Response.accepted(InvitationResponse.of(renewed)).build();
    }
}
