package tel.ringer.warp.onboarding.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.customer.Customer;
import tel.ringer.warp.customer.rest.CustomerResponse;
import tel.ringer.warp.http.rest.Revision;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.idempotency.rest.IdempotencyHeaders;
import tel.ringer.warp.invitation.rest.InvitationPace;
import tel.ringer.warp.onboarding.NewCustomer;
import tel.ringer.warp.onboarding.Onboarding;

/** Customers to be. */
@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class NewCustomersResource {
    @Inject
    private Onboarding onboarding;

    @Inject
    private InvitationPace pace;

    @Inject
    private CurrentCaller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            description = "The customer; its ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = CustomerResponse.class)))
    @Operation(
            operationId = "createCustomer",
            summary = "Create a customer",
            description = "Takes a platform type that permits it: a right at one customer does not suffice (403"
                    + " platform_authority_required). company_name and customer_type are needed; without a ban it gets a"
                    + " new one (409 ban_taken). first_contact is invited as its owner, or there is no customer. Whoever"
                    + " does not hold everything belongs to the customer as its owner."
                    + IdempotencyHeaders.DESCRIPTION)
    public Response create(
            @HeaderParam(IdempotencyHeaders.KEY) @Nullable String key, @NotNull @Valid CreateCustomerRequest request) {
        NewCustomer wanted = request.toCustomer();
        if (wanted.firstContact().isPresent()) {
            pace.beforeInvitingToANewCustomer();
        }
        Outcome<Customer> created = onboarding.create(caller.scope(), wanted, IdempotencyHeaders.read(key));
        Customer customer = created.result();
        Response.ResponseBuilder answer =
                Response.created(UriBuilder.fromPath("/v1/customers/{id}").build(customer.id()));
        return IdempotencyHeaders.tell(created, answer)
                .entity(CustomerResponse.of(customer))
                .tag(Revision.tag(customer.revision()))
                .build();
    }
}
