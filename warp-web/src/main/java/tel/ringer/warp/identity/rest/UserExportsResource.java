package tel.ringer.warp.identity.rest;

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
import tel.ringer.warp.identity.Users;

/** The list of people as a file. */
@Path("/v1/admin/users/export")
@Produces({ExportFormat.NDJSON_TYPE, ExportFormat.CSV_TYPE, MediaType.APPLICATION_JSON})
@Tag(name = "Users")
public class UserExportsResource {
    @Inject
    private Users users;

    @Inject
    private CurrentCaller caller;

    @GET
    @APIResponse(
            responseCode = "200",
            description = "All of them, as they were when each was read.",
            content = {
                @Content(mediaType = ExportFormat.NDJSON_TYPE, schema = @Schema(implementation = UserResponse.class)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @Operation(
            operationId = "exportUsers",
            summary = "Export users",
            description =
                    "In the order of their addresses. " + UserParameters.DESCRIPTION + ";" + ExportFormat.DESCRIPTION)
    public Response export(
            @QueryParam("q") @Nullable String search,
            @QueryParam("status") @Nullable String status,
            @QueryParam("user_type") @Nullable String userType,
            @QueryParam("format") @Nullable String format) {
        return Export.answer("users", format, UserResponse.class, caller::scopeAsOfNow, (scope, step) -> users.list(
                        scope, UserParameters.read(search, status, userType, step))
                .map(UserResponse::of));
    }
}
