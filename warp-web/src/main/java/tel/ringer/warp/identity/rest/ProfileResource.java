package tel.ringer.warp.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.Gatekeeper;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.access.rest.SignedIn;
import tel.ringer.warp.http.rest.Revision;
import tel.ringer.warp.http.rest.StrictJsonReader;
import tel.ringer.warp.identity.PersonDetails;
import tel.ringer.warp.identity.Profiles;

/** What people see and change of themselves. */
@Path("/v1/profile")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Profile")
public class ProfileResource {
    @Inject
    private Profiles profiles;

    @Inject
    private Gatekeeper gatekeeper;

    @Inject
    private CurrentCaller caller;

    @GET
    @SignedIn
    @APIResponse(
            responseCode = "200",
            description = "The person; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = ProfileResponse.class)))
    @Operation(
            operationId = "getProfile",
            summary = "Read what is kept of oneself",
            description =
                    "With what one holds at the customers that one may list. For people: an API key has no profile"
                            + " (403, people_only).")
    public Response get() {
        return answer(caller.get().requirePerson());
    }

    @PATCH
    @SignedIn
    @Consumes({StrictJsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @APIResponse(
            responseCode = "200",
            description = "The person; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = ProfileResponse.class)))
    @Operation(
            operationId = "changeProfile",
            summary = "Change one's name, language or time zone",
            description =
                    "What is absent stays; a locale or time_zone of null is none. The address comes from the provider"
                            + " and is never changed here." + Revision.NEEDED)
    public Response change(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid ChangeProfileRequest request) {
        Caller asking = caller.get().requirePerson();
        profiles.change(asking.ownScope(), request.toChange(), Revision.expected(ifMatch));
        return answer(asking);
    }

    private Response answer(Caller asking) {
        PersonDetails details = profiles.get(
                gatekeeper.rightsOf(asking).scopeFor("GET", "/v1/customers").orElse(asking.ownScope()));
        return Response.ok(ProfileResponse.of(details))
                .tag(Revision.tag(details.person().user().revision()))
                .build();
    }
}
