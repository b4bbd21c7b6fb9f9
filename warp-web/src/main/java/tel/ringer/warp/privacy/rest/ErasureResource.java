package tel.ringer.warp.privacy.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.Revision;
import tel.ringer.warp.privacy.Erasures;

/** Forgets a person. */
@Path("/v1/admin/users/{userId}/erase")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
public class ErasureResource {
    @Inject
    private Erasures erasures;

    @Inject
    private CurrentCaller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "204", description = "The person is forgotten; the id stays as a pseudonym.")
    @Operation(
            operationId = "eraseUser",
            summary = "Forget a person for good",
            description =
                    "For who holds everything. Names, addresses, identities and sessions go, grants end, and pending"
                            + " invitations to and by the person are revoked; the audit log stays verifiable."
                            + Revision.HONOURED)
    public void erase(
            @PathParam("userId") UserId userId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid EraseUserRequest request) {
        erasures.erase(caller.scope(), userId, request.reason(), Revision.expectedIfAny(ifMatch));
    }
}
