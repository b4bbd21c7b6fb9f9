package tel.ringer.warp.dashboard.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.Gatekeeper;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.access.rest.SignedIn;
import tel.ringer.warp.dashboard.Dashboard;
import tel.ringer.warp.dashboard.DashboardReach;

/** What a portal begins with. Open to whoever is signed in: each figure is of what the caller could list anyway. */
@Path("/v1/dashboard")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboard")
public class DashboardResource {
    @Inject
    private Dashboard dashboard;

    @Inject
    private Gatekeeper gatekeeper;

    @Inject
    private CurrentCaller caller;

    @GET
    @Path("/stats")
    @SignedIn
    @Operation(
            operationId = "getDashboardStats",
            summary = "Read the figures of the customers within reach",
            description =
                    "Each counts what the list of the same things would show the caller; of what the caller may list"
                            + " nowhere, the part is absent. Series have each of the last 30 UTC days. unavailable names parts"
                            + " that could not be read: they are absent, not 0.")
    public DashboardStatsResponse stats() {
        return DashboardStatsResponse.of(dashboard.stats(reach(caller.get())));
    }

    @GET
    @Path("/me")
    @SignedIn
    @Operation(
            operationId = "getOwnDashboard",
            summary = "Read what the own start page shows",
            description =
                    "Who the caller is, how many customers they reach, the first 50 of these by name with the caller's"
                            + " user type and role there, and how many invitations of theirs are pending.")
    public OwnDashboardResponse own() {
        Caller asking = caller.get();
        return OwnDashboardResponse.of(asking, dashboard.own(reach(asking)));
    }

    private DashboardReach reach(Caller asking) {
        return DashboardReach.of(gatekeeper.rightsOf(asking));
    }
}
