package tel.ringer.warp.isolation.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.isolation.IsolationReports;

/** How the database confines each table. */
@Path("/v1/admin/isolation-report")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Platform")
public class IsolationReportResource {
    @Inject
    private IsolationReports reports;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "getIsolationReport",
            summary = "See how the database confines each table",
            description =
                    "Asks PostgreSQL, as the role that WARP logs in as: row-level security, policies and privileges for"
                            + " each verb, the index that serves them, and what a live probe could read and insert with"
                            + " unset and with forged claims. An empty reasons is good; healthy says so of all of them.")
    public IsolationReportResponse get() {
        return IsolationReportResponse.of(reports.create(caller.scope()));
    }
}
