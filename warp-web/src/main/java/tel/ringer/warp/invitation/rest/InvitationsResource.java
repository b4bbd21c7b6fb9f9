package tel.ringer.warp.invitation.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.http.rest.Revision;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.idempotency.rest.IdempotencyHeaders;
import tel.ringer.warp.invitation.InvitationDetails;
import tel.ringer.warp.invitation.InvitationHistory;
import tel.ringer.warp.invitation.InvitationId;
import tel.ringer.warp.invitation.InvitationQuery;
import tel.ringer.warp.invitation.InvitationRequests;
import tel.ringer.warp.invitation.Invitations;
import tel.ringer.warp.invitation.NewInvitation;

/** Invitations for those who manage a customer's people. */
@Path("/v1/admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations")
public class InvitationsResource {
    @Inject
    private Invitations invitations;

    @Inject
    private InvitationRequests requests;

    @Inject
    private InvitationPace pace;

    @Inject
    private InvitationHistory history;

    @Inject
    private CurrentCaller caller;

    @POST
    @Path("/customers/{customerId}/invitations")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            description = "The invitation; its link is in the mail alone.",
            content = @Content(schema = @Schema(implementation = InvitationResponse.class)))
    @Operation(
            operationId = "createInvitation",
            summary = "Invite a person to a customer",
            description = "The mail follows; its link works once, for the invited address alone."
                    + IdempotencyHeaders.DESCRIPTION)
    public Response create(
            @PathParam("customerId") CustomerId customerId,
            @HeaderParam(IdempotencyHeaders.KEY) @Nullable String key,
            @NotNull @Valid CreateInvitationRequest request) {
        NewInvitation wanted = request.toInvitation();
        pace.beforeCreating(customerId, wanted.email());
        Outcome<InvitationDetails> created =
                requests.create(caller.scope(), customerId, wanted, IdempotencyHeaders.read(key));
        Response.ResponseBuilder answer = Response.created(UriBuilder.fromPath("/v1/admin/invitations/{id}")
                .build(created.result().invitation().id()));
        return IdempotencyHeaders.tell(created, answer)
                .entity(InvitationResponse.of(created.result()))
                .build();
    }

    @GET
    @Path("/invitations")
    @Operation(
            operationId = "listInvitations",
            summary = "List invitations",
            description = "Newest first. " + InvitationParameters.DESCRIPTION + ";" + PageParameters.DESCRIPTION)
    public PageResponse<InvitationResponse> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("customer_id") @Nullable String customerId,
            @QueryParam("email") @Nullable String email,
            @QueryParam("invited_by") @Nullable String invitedBy,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("include") @Nullable String include) {
        InvitationQuery query = InvitationParameters.read(
                status, customerId, email, invitedBy, PageParameters.read(limit, cursor, include));
        return PageResponse.of(invitations.list(caller.scope(), query), InvitationResponse::of);
    }

    @GET
    @Path("/invitations/{invitationId}")
    @APIResponse(
            responseCode = "200",
            description = "The invitation; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = InvitationResponse.class)))
    @Operation(
            operationId = "getInvitation",
            summary = "Read an invitation",
            description = "With its history, oldest first: each transition, and what became of its mails.")
    public Response get(@PathParam("invitationId") InvitationId id) {
        InvitationDetails details = invitations.get(caller.scope(), id);
        return Response.ok(InvitationResponse.of(details, history.of(caller.scope(), details.invitation())))
                .tag(Revision.tag(details.invitation().revision()))
                .build();
    }

    @DELETE
    @Path("/invitations/{invitationId}")
    @Operation(
            operationId = "revokeInvitation",
            summary = "Revoke a pending invitation",
            description = "Its link dies at once." + Revision.HONOURED)
    public void revoke(
            @PathParam("invitationId") InvitationId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("reason") @Size(max = 500) @Nullable String reason) {
        invitations.revoke(caller.scope(), id, Optional.ofNullable(reason), Revision.expectedIfAny(ifMatch));
    }

    @POST
    @Path("/invitations/{invitationId}/resend")
    @APIResponse(
            responseCode = "202",
            description = "The invitation; its link is in the mail alone.",
            content = @Content(schema = @Schema(implementation = InvitationResponse.class)))
    @Operation(
            operationId = "resendInvitation",
            summary = "Send a new link",
            description = "The links sent before die at once." + IdempotencyHeaders.DESCRIPTION)
    public Response resend(
            @PathParam("invitationId") InvitationId id, @HeaderParam(IdempotencyHeaders.KEY) @Nullable String key) {
        pace.beforeSendingAgain(id);
        Outcome<InvitationDetails> renewed = requests.resend(caller.scope(), id, IdempotencyHeaders.read(key));
        return IdempotencyHeaders.tell(renewed, Response.accepted(InvitationResponse.of(renewed.result())))
                .build();
    }
}
