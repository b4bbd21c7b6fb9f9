package tel.ringer.warp.note.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.http.rest.Revision;
import tel.ringer.warp.http.rest.StrictJsonReader;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.idempotency.rest.IdempotencyHeaders;
import tel.ringer.warp.note.Note;
import tel.ringer.warp.note.NoteId;
import tel.ringer.warp.note.NoteKind;
import tel.ringer.warp.note.NoteQuery;
import tel.ringer.warp.note.Notes;

/** What the operator's staff writes down about a customer. */
@Path("/v1/customers/{customerId}/notes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notes about a customer")
public class NotesResource {
    private static final String STAFF = " For the operator's staff alone (403, staff_only).";

    @Inject
    private Notes notes;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "listNotes",
            summary = "List the notes about a customer",
            description = "Newest first. kind: GENERAL, SUPPORT, SALES, BILLING or TECHNICAL;"
                    + PageParameters.DESCRIPTION + STAFF)
    public PageResponse<NoteResponse> list(
            @PathParam("customerId") CustomerId customerId,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("include") @Nullable String include) {
        NoteQuery query = new NoteQuery(
                PageParameters.read("kind", kind, NoteKind::valueOf), PageParameters.read(limit, cursor, include));
        return PageResponse.of(notes.list(caller.scope(), customerId, query), NoteResponse::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            description = "The note; its ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = NoteResponse.class)))
    @Operation(
            operationId = "addNote",
            summary = "Write a note about a customer",
            description = "Plain text, kept as it is written." + IdempotencyHeaders.DESCRIPTION + STAFF)
    public Response add(
            @PathParam("customerId") CustomerId customerId,
            @HeaderParam(IdempotencyHeaders.KEY) @Nullable String key,
            @NotNull @Valid CreateNoteRequest request) {
        Outcome<Note> added = notes.add(caller.scope(), customerId, request.toNote(), IdempotencyHeaders.read(key));
        Response.ResponseBuilder answer =
                Response.created(UriBuilder.fromPath("/v1/customers/{customerId}/notes/{noteId}")
                        .build(customerId, added.result().id()));
        return answer(IdempotencyHeaders.tell(added, answer), added.result());
    }

    @GET
    @Path("/{noteId}")
    @APIResponse(
            responseCode = "200",
            description = "The note; its ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = NoteResponse.class)))
    @Operation(operationId = "getNote", summary = "Read a note about a customer", description = STAFF)
    public Response get(@PathParam("customerId") CustomerId customerId, @PathParam("noteId") NoteId id) {
        return answer(Response.ok(), notes.get(caller.scope(), customerId, id));
    }

    @PATCH
    @Path("/{noteId}")
    @Consumes({StrictJsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @APIResponse(
            responseCode = "200",
            description = "The note; its ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = NoteResponse.class)))
    @Operation(
            operationId = "changeNote",
            summary = "Change a note about a customer",
            description = "Its kind, its text or both." + Revision.NEEDED + STAFF)
    public Response change(
            @PathParam("customerId") CustomerId customerId,
            @PathParam("noteId") NoteId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ChangeNoteRequest request) {
        return answer(
                Response.ok(),
                notes.change(caller.scope(), customerId, id, request.toChange(), Revision.expected(ifMatch)));
    }

    @DELETE
    @Path("/{noteId}")
    @Operation(
            operationId = "removeNote",
            summary = "Remove a note about a customer",
            description =
                    "For good. If-Match with the ETag that was read: 412 if somebody has changed it since." + STAFF)
    public void remove(
            @PathParam("customerId") CustomerId customerId,
            @PathParam("noteId") NoteId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        notes.remove(caller.scope(), customerId, id, Revision.expectedIfAny(ifMatch));
    }

    private static Response answer(Response.ResponseBuilder answer, Note note) {
        return answer.entity(NoteResponse.of(note))
                .tag(Revision.tag(note.revision()))
                .build();
    }
}
