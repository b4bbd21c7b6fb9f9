package tel.ringer.warp.invitation.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
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
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.invitation.InvitationBatchId;
import tel.ringer.warp.invitation.InvitationBatches;
import tel.ringer.warp.invitation.RowCode;

/** Bulk invitations, while they are processed and afterwards. */
@Path("/v1/admin/invitation-batches/{batchId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations")
public class InvitationBatchesResource {
    @Inject
    private InvitationBatches batches;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(operationId = "getInvitationBatch", summary = "See how far a bulk invitation is")
    public InvitationBatchResponse get(@PathParam("batchId") InvitationBatchId id) {
        return InvitationBatchResponse.of(batches.get(caller.scope(), id));
    }

    @GET
    @Path("/rows")
    @Operation(
            operationId = "listInvitationBatchRows",
            summary = "List the rows of a bulk invitation",
            description = "In the order of the file. code: those that came to it;" + PageParameters.DESCRIPTION)
    public PageResponse<BatchRowResponse> rows(
            @PathParam("batchId") InvitationBatchId id,
            @QueryParam("code") @Nullable String code,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("include") @Nullable String include) {
        return PageResponse.of(
                batches.rows(
                        caller.scope(),
                        id,
                        PageParameters.read("code", code, RowCode::ofSlug),
                        PageParameters.read(limit, cursor, include)),
                BatchRowResponse::of);
    }

    @GET
    @Path("/errors.csv")
    @Produces({RowsFile.CSV, MediaType.APPLICATION_JSON})
    @APIResponse(
            responseCode = "200",
            description = "The rows that were not invited, each with its code.",
            content = @Content(mediaType = RowsFile.CSV, schema = @Schema(type = SchemaType.STRING)))
    @Operation(
            operationId = "downloadInvitationBatchErrors",
            summary = "Download the rows that were not invited",
            description = "As CSV that can be corrected and uploaded again as it is.")
    public Response errors(@PathParam("batchId") InvitationBatchId id) {
        return Response.ok(RowsFile.of(batches.refusedRows(caller.scope(), id)), RowsFile.CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"")
                .build();
    }

    @DELETE
    @Operation(
            operationId = "cancelInvitationBatch",
            summary = "Cancel a bulk invitation",
            description = "Invites nobody else of it; who is invited stays invited.")
    public void cancel(@PathParam("batchId") InvitationBatchId id) {
        batches.cancel(caller.scope(), id);
    }
}
