package tel.ringer.warp.invitation.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.Timestamps;
import tel.ringer.warp.invitation.InvitationFigures;

/** How far a customer's invitations got. */
@Path("/v1/admin/customers/{customerId}/invitation-figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations")
public class InvitationFiguresResource {
    @Inject
    private InvitationFigures figures;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "getInvitationFigures",
            summary = "See how far invitations get",
            description = "Of the invitations that were created in a time, as of now. from and to: RFC 3339, from that"
                    + " instant until just before this one; the last 30 days if absent. Ended invitations are in the"
                    + " figures until the clean-up takes them.")
    public InvitationFiguresResponse get(
            @PathParam("customerId") CustomerId customerId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return InvitationFiguresResponse.of(figures.of(
                caller.scope(),
                customerId,
                PageParameters.read("from", from, Timestamps::read),
                PageParameters.read("to", to, Timestamps::read)));
    }
}
