package tel.ringer.warp.customer.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.customer.Ban;
import tel.ringer.warp.customer.CustomerQuery;
import tel.ringer.warp.customer.CustomerStatus;
import tel.ringer.warp.customer.Customers;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.PageResponse;

/** The customers within the caller's reach. */
@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class CustomersResource {
    @Inject
    private Customers customers;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "listCustomers",
            summary = "List customers",
            description =
                    "In the order of their company names. q: part of company name, legal name or BAN; status: ACTIVE,"
                            + " SUSPENDED, TRIAL or CLOSED;" + PageParameters.DESCRIPTION)
    public PageResponse<CustomerResponse> list(
            @QueryParam("q") @Nullable String search,
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("include") @Nullable String include) {
        CustomerQuery query = new CustomerQuery(
                Optional.ofNullable(search).filter(text -> !text.isBlank()),
                PageParameters.read("status", status, CustomerStatus::valueOf),
                PageParameters.read(limit, cursor, include));
        return PageResponse.of(customers.list(caller.scope(), query), CustomerResponse::of);
    }

    @GET
    @Path("/{customerId}")
    @Operation(operationId = "getCustomer", summary = "Read a customer")
    public CustomerResponse get(@PathParam("customerId") CustomerId customerId) {
        return CustomerResponse.of(customers.get(caller.scope(), customerId));
    }

    @GET
    @Path("/by-ban/{ban}")
    @Operation(operationId = "getCustomerByBan", summary = "Read a customer by its billing account number")
    public CustomerResponse getByBan(@PathParam("ban") Ban ban) {
        return CustomerResponse.of(customers.getByBan(caller.scope(), ban));
    }
}
