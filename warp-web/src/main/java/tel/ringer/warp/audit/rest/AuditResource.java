package tel.ringer.warp.audit.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.audit.ChainVerdict;
import tel.ringer.warp.audit.Chains;
import tel.ringer.warp.audit.EventFilter;
import tel.ringer.warp.audit.EventQuery;
import tel.ringer.warp.audit.RecordedEvents;
import tel.ringer.warp.http.rest.Export;
import tel.ringer.warp.http.rest.ExportFormat;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.PageResponse;

/** The audit log within the caller's reach. What concerns no customer shows to who holds everything alone. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {
    @Inject
    private RecordedEvents events;

    @Inject
    private Chains chains;

    @Inject
    private CurrentCaller caller;

    @GET
    @Path("/events")
    @Operation(
            operationId = "listAuditEvents",
            summary = "Read the audit log",
            description = "Newest first. " + EventParameters.DESCRIPTION + ";" + PageParameters.DESCRIPTION)
    public PageResponse<EventResponse> list(
            @QueryParam("customer_id") @Nullable String customerId,
            @QueryParam("actor_id") @Nullable String actorId,
            @QueryParam("action") @Nullable String action,
            @QueryParam("subject_id") @Nullable String subjectId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("include") @Nullable String include) {
        EventQuery query = new EventQuery(
                EventParameters.read(customerId, actorId, action, subjectId, from, to),
                PageParameters.read(limit, cursor, include));
        return PageResponse.of(events.list(caller.scope(), query), EventResponse::of);
    }

    @GET
    @Path("/export")
    @Produces({ExportFormat.NDJSON_TYPE, MediaType.APPLICATION_JSON})
    @APIResponse(
            responseCode = "200",
            description =
                    "One JSON object a line, with all that its hash covers: docs/audit.md tells how to verify it.",
            content =
                    @Content(
                            mediaType = ExportFormat.NDJSON_TYPE,
                            schema = @Schema(implementation = ExportedEvent.class)))
    @Operation(
            operationId = "exportAuditEvents",
            summary = "Export the audit log",
            description = "Oldest first, up to now. " + EventParameters.DESCRIPTION + ".")
    public Response export(
            @QueryParam("customer_id") @Nullable String customerId,
            @QueryParam("actor_id") @Nullable String actorId,
            @QueryParam("action") @Nullable String action,
            @QueryParam("subject_id") @Nullable String subjectId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        EventFilter filter =
                events.asOfNow(caller.scope(), EventParameters.read(customerId, actorId, action, subjectId, from, to));
        return Export.answer(
                "audit",
                ExportFormat.NDJSON,
                ExportedEvent.LINES,
                caller::scopeAsOfNow,
                (scope, step) -> events.following(scope, filter, step).map(ExportedEvent::of));
    }

    @GET
    @Path("/verify")
    @Operation(
            operationId = "verifyAuditLog",
            summary = "Verify the hash chain of a customer",
            description = "Computes each hash again. customer_id: whose chain; absent: the chains of what concerns no"
                    + " customer, for who holds everything.")
    public ChainVerdictResponse verify(@QueryParam("customer_id") @Nullable String customerId) {
        Optional<CustomerId> customer = PageParameters.read("customer_id", customerId, CustomerId::fromString);
        ChainVerdict verdict = customer.isPresent()
                ? chains.verify(caller.scope(), customer.get())
                : chains.verifyWithoutCustomer(caller.scope());
        return ChainVerdictResponse.of(verdict);
    }
}
