package tel.ringer.warp.privacy.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.privacy.PersonalData;

/** What is kept of a person. Not beneath the person: a permission to read people covers whatever lies there. */
@Path("/v1/admin/personal-data/{userId}")
@Produces({PersonalDataExport.NDJSON, MediaType.APPLICATION_JSON})
@Tag(name = "Users")
public class PersonalDataResource {
    @Inject
    private PersonalData data;

    @Inject
    private CurrentCaller caller;

    @GET
    @APIResponse(
            responseCode = "200",
            description = "One JSON object a line: a section's name and one thing of it.",
            content =
                    @Content(
                            mediaType = PersonalDataExport.NDJSON,
                            schema = @Schema(implementation = PersonalDataLine.class)))
    @Operation(
            operationId = "exportPersonalData",
            summary = "Export all that is kept of a person",
            description = "For who holds everything. At every customer; what names others is left out or withheld.")
    public Response export(@PathParam("userId") UserId userId) {
        return PersonalDataExport.answer(data, caller.scope(), userId);
    }
}
