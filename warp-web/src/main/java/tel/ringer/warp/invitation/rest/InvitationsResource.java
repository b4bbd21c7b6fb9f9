package tel.ringer.warp.invitation.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.invitation.InvitationDetails;
import tel.ringer.warp.invitation.InvitationId;
import tel.ringer.warp.invitation.InvitationQuery;
import tel.ringer.warp.invitation.InvitationStatus;
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
            @QueryParam("status") @Parameter(description = "PENDING, ACCEPTED, DECLINED, REVOKED or EXPIRED.") @Nullable String status,
            @QueryParam("customer_id") @Parameter(description = "Id of a customer.") @Nullable String customerId,
            @QueryParam("email") @Parameter(description = "Part of the invited address.") @Nullable String email,
            @QueryParam("invited_by") @Parameter(description = "Id of the inviter.") @Nullable String invitedBy,
            @QueryParam("limit") @Parameter(description = PageParameters.LIMIT) @Nullable String limit,
            @QueryParam("cursor") @Parameter(description = PageParameters.CURSOR) @Nullable String cursor,
            @QueryParam("include") @Parameter(description = PageParameters.INCLUDE) @Nullable String include) {
        InvitationQuery query = new InvitationQuery(
                PageParameters.read("status", status, InvitationStatus::valueOf),
                PageParameters.read("customer_id", customerId, CustomerId::fromString),
                Optional.ofNullable(email).filter(text -> !text.isBlank()),
                PageParameters.read("invited_by", invitedBy, UserId::fromString),
                PageParameters.read(limit, cursor, include));
        return PageResponse.of(invitations.list(caller.scope(), query), InvitationResponse::of);
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
