package tel.ringer.warp.notification.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.idempotency.rest.IdempotencyHeaders;
import tel.ringer.warp.notification.DeadLetterQuery;
import tel.ringer.warp.notification.DeadLetterRequests;
import tel.ringer.warp.notification.DeadLetters;
import tel.ringer.warp.notification.MailKind;

/** The mails that were given up. */
@Path("/v1/admin/mail/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mail")
public class DeadLettersResource {
    @Inject
    private DeadLetters letters;

    @Inject
    private DeadLetterRequests requests;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "List the mails that were given up",
            description = "The last first. customer_id; kind: what the mail is about;" + PageParameters.DESCRIPTION)
    public PageResponse<DeadLetterResponse> list(
            @QueryParam("customer_id") @Nullable String customerId,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("include") @Nullable String include) {
        DeadLetterQuery query = new DeadLetterQuery(
                PageParameters.read("customer_id", customerId, CustomerId::fromString),
                PageParameters.read("kind", kind, MailKind::valueOf),
                PageParameters.read(limit, cursor, include));
        return PageResponse.of(letters.list(caller.scope(), query), DeadLetterResponse::of);
    }

    @POST
    @Path("/{mailId}/retry")
    @APIResponse(responseCode = "202", description = "The mail is queued again.")
    @Operation(
            operationId = "retryDeadLetter",
            summary = "Take up a mail again that was given up",
            description =
                    "It is written anew when it leaves; an invitation's has a new link. Only while what it tells of"
                            + " holds." + IdempotencyHeaders.DESCRIPTION)
    public Response retry(@PathParam("mailId") MailId id, @HeaderParam(IdempotencyHeaders.KEY) @Nullable String key) {
        Outcome<UUID> retried = requests.retry(caller.scope(), id.value(), IdempotencyHeaders.read(key));
        return IdempotencyHeaders.tell(retried, Response.accepted()).build();
    }
}
