package tel.ringer.warp.privacy.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.privacy.InvitedPeople;
import tel.ringer.warp.privacy.PersonalData;

/**
 * What is kept of a person. Not beneath the person: a permission to read people covers whatever lies there. An address
 * is in the body: whatever logs paths would keep it.
 */
@Path("/v1/admin/personal-data")
@Tag(name = "Users")
public class PersonalDataResource {
    @Inject
    private PersonalData data;

    @Inject
    private InvitedPeople people;

    @Inject
    private CurrentCaller caller;

    @GET
    @Path("/{userId}")
    @Produces({PersonalDataExport.NDJSON, MediaType.APPLICATION_JSON})
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

    @POST
    @Path("/export")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({PersonalDataExport.NDJSON, MediaType.APPLICATION_JSON})
    @APIResponse(
            responseCode = "200",
            description = "One JSON object a line: a section's name and one thing of it.",
            content =
                    @Content(
                            mediaType = PersonalDataExport.NDJSON,
                            schema = @Schema(implementation = PersonalDataLine.class)))
    @Operation(
            operationId = "exportPersonalDataOfAddress",
            summary = "Export all that is kept of an address without an account",
            description =
                    "For who holds everything. Who was only ever invited, at every customer; what names others is left"
                            + " out or withheld. 404 if nothing is kept; 409 names the user whose address it is.")
    public Response exportAddress(@NotNull @Valid ExportAddressRequest request) {
        return PersonalDataExport.answer(people, caller.scope(), EmailAddress.of(request.email()));
    }

    @POST
    @Path("/erase")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "204", description = "The address is forgotten; a pseudonym stands in its place.")
    @Operation(
            operationId = "eraseAddress",
            summary = "Forget an address without an account for good",
            description =
                    "For who holds everything. Pending invitations to the address are revoked, and it goes wherever it"
                            + " stands; the audit log stays verifiable. 404 if nothing is kept; 409 names the user whose"
                            + " address it is.")
    public void eraseAddress(@NotNull @Valid EraseAddressRequest request) {
        people.erase(caller.scope(), EmailAddress.of(request.email()), request.reason());
    }
}
