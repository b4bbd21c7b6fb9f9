package tel.ringer.warp.member.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.Export;
import tel.ringer.warp.http.rest.ExportFormat;
import tel.ringer.warp.member.Members;

/** The list of the people of a customer as a file. */
@Path("/v1/customers/{customerId}/users/export")
@Produces({ExportFormat.NDJSON_TYPE, ExportFormat.CSV_TYPE, MediaType.APPLICATION_JSON})
@Tag(name = "People of a customer")
public class MemberExportsResource {
    @Inject
    private Members members;

    @Inject
    private CurrentCaller caller;

    @GET
    @APIResponse(
            responseCode = "200",
            description = "All of them, as they were when each was read.",
            content = {
                @Content(mediaType = ExportFormat.NDJSON_TYPE, schema = @Schema(implementation = MemberResponse.class)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @Operation(
            operationId = "exportMembers",
            summary = "Export the people of a customer",
            description =
                    "In the order of their names. " + MemberParameters.DESCRIPTION + ";" + ExportFormat.DESCRIPTION)
    public Response export(
            @PathParam("customerId") CustomerId customerId,
            @QueryParam("q") @Nullable String search,
            @QueryParam("role") @Nullable String role,
            @QueryParam("status") @Nullable String status,
            @QueryParam("format") @Nullable String format) {
        return Export.answer("users", format, MemberResponse.class, caller::scopeAsOfNow, (scope, step) -> members.list(
                        scope, customerId, MemberParameters.read(search, role, status, step))
                .map(MemberResponse::of));
    }
}
