package tel.ringer.warp.invitation.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.Revision;
import tel.ringer.warp.invitation.CustomerSettings;
import tel.ringer.warp.invitation.PlatformTerms;
import tel.ringer.warp.invitation.SettingsDetails;

/** The terms on which a customer invites. */
@Path("/v1/admin/customers/{customerId}/invitation-settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations")
public class InvitationSettingsResource {
    @Inject
    private CustomerSettings settings;

    @Inject
    private PlatformTerms platform;

    @Inject
    private CurrentCaller caller;

    @GET
    @APIResponse(
            responseCode = "200",
            description = "The settings; their ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = InvitationSettingsResponse.class)))
    @Operation(
            operationId = "getInvitationSettings",
            summary = "Read the invitation settings of a customer",
            description = "With the platform's bounds, and the budget: how many more invitations may be pending.")
    public Response get(@PathParam("customerId") CustomerId customerId) {
        return answer(settings.get(caller.scope(), customerId));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            description = "The settings; their ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = InvitationSettingsResponse.class)))
    @Operation(
            operationId = "setInvitationSettings",
            summary = "Replace the invitation settings of a customer",
            description =
                    "Needs If-Match with the ETag that was read (428 without, 412 if somebody else was faster). For"
                            + " invitations from now on: what was sent keeps its expiry.")
    public Response replace(
            @PathParam("customerId") CustomerId customerId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid InvitationSettingsRequest request) {
        return answer(settings.replace(
                caller.scope(), customerId, request.toSettings(platform.bounds()), Revision.expected(ifMatch)));
    }

    private Response answer(SettingsDetails details) {
        return Response.ok(InvitationSettingsResponse.of(details, platform.bounds()))
                .tag(Revision.tag(details.revision()))
                .build();
    }
}
