package tel.ringer.warp.gatekeeper.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.Entitlements;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.access.rest.SignedIn;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.PageResponse;

/** What the caller may do: front ends ask, and show no more than that. Each request is decided anew all the same. */
@Path("/v1/gatekeeper")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gatekeeper")
public class GatekeeperResource {
    @Inject
    private Entitlements entitlements;

    @Inject
    private CurrentCaller current;

    @POST
    @Path("/check-access")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    @Operation(
            operationId = "checkAccess",
            summary = "Ask whether an operation is permitted",
            description = "At one customer, or anywhere without customer_id.")
    public CheckAccessResponse checkAccess(@NotNull @Valid CheckAccessRequest request) {
        return answers(List.of(request)).get(0);
    }

    @POST
    @Path("/check-access-batch")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    @Operation(
            operationId = "checkAccessBatch",
            summary = "Ask whether operations are permitted",
            description = "Up to 100 questions, answered in their order.")
    public CheckAccessBatchResponse checkAccessBatch(@NotNull @Valid CheckAccessBatchRequest request) {
        return new CheckAccessBatchResponse(answers(request.checks()));
    }

    private List<CheckAccessResponse> answers(List<CheckAccessRequest> checks) {
        Caller caller = current.get();
        return entitlements
                .answer(
                        caller.ownScope(),
                        caller,
                        checks.stream().map(CheckAccessRequest::toQuestion).toList())
                .stream()
                .map(CheckAccessResponse::new)
                .toList();
    }

    @GET
    @Path("/my-permissions")
    @SignedIn
    @Operation(
            operationId = "listMyPermissions",
            summary = "List the caller's permissions",
            description =
                    "customer_id: those in force at that customer; without it those of all user types held anywhere.")
    public MyPermissionsResponse myPermissions(@QueryParam("customer_id") @Nullable String customerId) {
        Optional<CustomerId> customer = PageParameters.read("customer_id", customerId, CustomerId::fromString);
        Caller caller = current.get();
        return MyPermissionsResponse.of(entitlements.inForce(caller.ownScope(), caller, customer));
    }

    @GET
    @Path("/available-permissions")
    @Operation(
            operationId = "listAvailablePermissions",
            summary = "List the permissions that there are",
            description = "Those that the caller could give, in the order in which an editor shows them.")
    public PageResponse<AvailablePermissionResponse> availablePermissions() {
        return PageResponse.whole(entitlements.available(current.scope()), AvailablePermissionResponse::of);
    }
}
