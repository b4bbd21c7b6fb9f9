package tel.ringer.warp.notification.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
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
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.notification.SuppressionQuery;
import tel.ringer.warp.notification.SuppressionReason;
import tel.ringer.warp.notification.Suppressions;

/** The addresses that get no more mail. They are no customer's, so that a right at one customer does not suffice. */
@Path("/v1/admin/mail/suppressions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mail")
public class SuppressionsResource {
    @Inject
    private Suppressions suppressions;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "listSuppressions",
            summary = "List the addresses that get no more mail",
            description = "Newest first. q: part of the address; reason: BOUNCED, COMPLAINED or NEVER_AGAIN;"
                    + PageParameters.DESCRIPTION)
    public PageResponse<SuppressionResponse> list(
            @QueryParam("q") @Nullable String search,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("include") @Nullable String include) {
        SuppressionQuery query = new SuppressionQuery(
                Optional.ofNullable(search).filter(text -> !text.isBlank()),
                PageParameters.read("reason", reason, SuppressionReason::valueOf),
                PageParameters.read(limit, cursor, include));
        return PageResponse.of(suppressions.list(caller.scope(), query), SuppressionResponse::of);
    }

    @DELETE
    @Path("/{suppressionId}")
    @Operation(
            operationId = "liftSuppression",
            summary = "Let an address get mail again",
            description = "What was given up because of it stays given up until it is retried.")
    public void lift(@PathParam("suppressionId") MailId id) {
        suppressions.lift(caller.scope(), id.value());
    }
}
