package tel.ringer.warp.customer.rest;

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
import tel.ringer.warp.customer.Customers;
import tel.ringer.warp.http.rest.Export;
import tel.ringer.warp.http.rest.ExportFormat;

/** The list of customers as a file. */
@Path("/v1/customers/export")
@Produces({ExportFormat.NDJSON_TYPE, ExportFormat.CSV_TYPE, MediaType.APPLICATION_JSON})
@Tag(name = "Customers")
public class CustomerExportsResource {
    @Inject
    private Customers customers;

    @Inject
    private CurrentCaller caller;

    @GET
    @APIResponse(
            responseCode = "200",
            description = "All of them, as they were when each was read.",
            content = {
                @Content(
                        mediaType = ExportFormat.NDJSON_TYPE,
                        schema = @Schema(implementation = CustomerResponse.class)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @Operation(
            operationId = "exportCustomers",
            summary = "Export customers",
            description = "" + CustomerParameters.DESCRIPTION + ";" + ExportFormat.DESCRIPTION)
    public Response export(
            @QueryParam("q") @Nullable String search,
            @QueryParam("status") @Nullable String status,
            @QueryParam("type") @Nullable String type,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("format") @Nullable String format) {
        return Export.answer(
                "customers", format, CustomerResponse.class, caller::scopeAsOfNow, (scope, step) -> customers
                        .list(scope, CustomerParameters.read(search, status, type, sort, step))
                        .map(CustomerResponse::of));
    }
}
