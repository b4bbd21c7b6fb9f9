package tel.ringer.warp.job.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.job.Jobs;

/** What runs by itself, for those who operate the platform. */
@Path("/v1/admin/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Platform")
public class JobsResource {
    @Inject
    private Jobs jobs;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "listJobs",
            summary = "List the jobs",
            description =
                    "Each with its latest run, on one page. A frequent job that found nothing to do leaves no run.")
    public PageResponse<JobResponse> list() {
        return PageResponse.whole(jobs.list(caller.scope()), JobResponse::of);
    }

    @GET
    @Path("/{jobName}")
    @Operation(operationId = "getJob", summary = "Read a job", description = "With its latest runs, at most 20.")
    public JobResponse get(@PathParam("jobName") String name) {
        return JobResponse.of(jobs.get(caller.scope(), name));
    }

    @POST
    @Path("/{jobName}/run")
    @APIResponse(
            responseCode = "202",
            description = "The job, which is about to run.",
            content = @Content(schema = @Schema(implementation = JobResponse.class)))
    @Operation(
            operationId = "runJob",
            summary = "Start a job before its time",
            description = "Once on one node; 409 job_running while it runs.")
    public Response run(@PathParam("jobName") String name) {
        jobs.start(caller.scope(), name);
        return Response.accepted(JobResponse.of(jobs.get(caller.scope(), name))).build();
    }
}
