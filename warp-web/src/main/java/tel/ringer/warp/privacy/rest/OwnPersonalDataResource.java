package tel.ringer.warp.privacy.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.access.rest.SignedIn;
import tel.ringer.warp.privacy.PersonalData;

/** What is kept of whoever asks. */
@Path("/auth/me/personal-data")
@Produces({PersonalDataExport.NDJSON, MediaType.APPLICATION_JSON})
@Tag(name = "Sign-in")
public class OwnPersonalDataResource {
    @Inject
    private PersonalData data;

    @Inject
    private CurrentCaller caller;

    @GET
    @SignedIn
    @APIResponse(
            responseCode = "200",
            description = "One JSON object a line: a section's name and one thing of it.",
            content =
                    @Content(
                            mediaType = PersonalDataExport.NDJSON,
                            schema = @Schema(implementation = PersonalDataLine.class)))
    @Operation(
            operationId = "exportOwnPersonalData",
            summary = "Take along all that is kept of me",
            description = "For people, whatever they may do otherwise. What names others is left out or withheld.")
    public Response export() {
        Caller asking = caller.get().requirePerson();
        return PersonalDataExport.answer(data, asking.ownScope(), asking.userId());
    }
}
