package tel.ringer.warp.invitation.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.Export;
import tel.ringer.warp.http.rest.ExportFormat;
import tel.ringer.warp.invitation.Invitations;

/** The list of invitations as a file. */
@Path("/v1/admin/invitations/export")
@Produces({ExportFormat.NDJSON_TYPE, ExportFormat.CSV_TYPE, MediaType.APPLICATION_JSON})
@Tag(name = "Invitations")
public class InvitationExportsResource {
    @Inject
    private Invitations invitations;

    @Inject
    private CurrentCaller caller;

    @GET
    @APIResponse(
            responseCode = "200",
            description = "All of them, as they were when each was read.",
            content = {
                @Content(
                        mediaType = ExportFormat.NDJSON_TYPE,
                        schema = @Schema(implementation = InvitationResponse.class)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @Operation(
            operationId = "exportInvitations",
            summary = "Export invitations",
            description = "Newest first. " + InvitationParameters.DESCRIPTION + ";" + ExportFormat.DESCRIPTION)
    public Response export(
            @QueryParam("status") @Nullable String status,
            @QueryParam("customer_id") @Nullable String customerId,
            @QueryParam("email") @Nullable String email,
            @QueryParam("invited_by") @Nullable String invitedBy,
            @QueryParam("format") @Nullable String format) {
        return Export.answer(
                "invitations", format, InvitationResponse.class, caller::scopeAsOfNow, (scope, step) -> invitations
                        .list(scope, InvitationParameters.read(status, customerId, email, invitedBy, step))
                        .map(InvitationResponse::of));
    }
}
