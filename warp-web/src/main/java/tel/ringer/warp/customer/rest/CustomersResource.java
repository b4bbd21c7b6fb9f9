package tel.ringer.warp.customer.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import tel.ringer.warp.customer.Ban;
import tel.ringer.warp.customer.Customer;
import tel.ringer.warp.customer.CustomerChanges;
import tel.ringer.warp.customer.CustomerQuery;
import tel.ringer.warp.customer.Customers;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.http.rest.Revision;
import tel.ringer.warp.http.rest.StrictJsonReader;

/** The customers within the caller's reach. */
@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class CustomersResource {
    @Inject
    private Customers customers;

    @Inject
    private CustomerChanges changes;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "listCustomers",
            summary = "List customers",
            description = CustomerParameters.DESCRIPTION + ";" + PageParameters.DESCRIPTION)
    public PageResponse<CustomerResponse> list(
            @QueryParam("q") @Nullable String search,
            @QueryParam("status") @Nullable String status,
            @QueryParam("type") @Nullable String type,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("include") @Nullable String include) {
        CustomerQuery query =
                CustomerParameters.read(search, status, type, sort, PageParameters.read(limit, cursor, include));
        return PageResponse.of(customers.list(caller.scope(), query), CustomerResponse::of);
    }

    @GET
    @Path("/{customerId}")
    @APIResponse(
            responseCode = "200",
            description = "The customer; its ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = CustomerResponse.class)))
    @Operation(operationId = "getCustomer", summary = "Read a customer")
    public Response get(@PathParam("customerId") CustomerId customerId) {
        return answer(customers.get(caller.scope(), customerId));
    }

    @GET
    @Path("/by-ban/{ban}")
    @APIResponse(
            responseCode = "200",
            description = "The customer; its ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = CustomerResponse.class)))
    @Operation(operationId = "getCustomerByBan", summary = "Read a customer by its billing account number")
    public Response getByBan(@PathParam("ban") Ban ban) {
        return answer(customers.getByBan(caller.scope(), ban));
    }

    @PATCH
    @Path("/{customerId}")
    @Consumes({StrictJsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @APIResponse(
            responseCode = "200",
            description = "The customer as it is now; its ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = CustomerResponse.class)))
    @Operation(
            operationId = "changeCustomer",
            summary = "Change a customer",
            description =
                    "A merge patch (RFC 7396): what is absent stays, null takes away, objects are merged. Who may change the"
                            + " customer changes contact, address and preferences; any other field takes the permission PATCH"
                            + " /v1/admin/customers/* there (422 field_not_permitted). Amounts are text with up to four"
                            + " decimals. SUSPENDED takes a suspension_reason; CLOSED is the end (409 customer_closed)."
                            + Revision.NEEDED)
    public Response change(
            @PathParam("customerId") CustomerId customerId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ChangeCustomerRequest request) {
        return answer(changes.change(caller.scope(), customerId, request.toPatch(), Revision.expected(ifMatch)));
    }

    private static Response answer(Customer customer) {
        return Response.ok(CustomerResponse.of(customer))
                .tag(Revision.tag(customer.revision()))
                .build();
    }
}
