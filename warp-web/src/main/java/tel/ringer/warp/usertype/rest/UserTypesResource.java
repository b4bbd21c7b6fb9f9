package tel.ringer.warp.usertype.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.http.rest.Revision;
import tel.ringer.warp.http.rest.StrictJsonReader;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.idempotency.rest.IdempotencyHeaders;
import tel.ringer.warp.usertype.UserTypeDefinitions;
import tel.ringer.warp.usertype.UserTypeDetails;
import tel.ringer.warp.usertype.UserTypeId;
import tel.ringer.warp.usertype.UserTypeRequests;

/** The user types that the caller could give; they hold at every customer. */
@Path("/v1/admin/user-types")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "User types")
public class UserTypesResource {
    @Inject
    private UserTypeDefinitions userTypes;

    @Inject
    private UserTypeRequests requests;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "listUserTypes",
            summary = "List user types",
            description = "Those that the caller could give, in the order of their names, on one page.")
    public PageResponse<UserTypeResponse> list() {
        return PageResponse.whole(userTypes.list(caller.scope()), UserTypeResponse::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            description = "The user type; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = UserTypeResponse.class)))
    @Operation(
            operationId = "createUserType",
            summary = "Create a user type",
            description = "Within the permissions of the author's own platform type; at most 500."
                    + IdempotencyHeaders.DESCRIPTION)
    public Response create(
            @HeaderParam(IdempotencyHeaders.KEY) @Nullable String key, @NotNull @Valid CreateUserTypeRequest request) {
        Outcome<UserTypeDetails> created =
                requests.create(caller.scope(), request.toUserType(), IdempotencyHeaders.read(key));
        UserTypeDetails details = created.result();
        Response.ResponseBuilder answer = Response.created(UriBuilder.fromPath("/v1/admin/user-types/{id}")
                .build(details.type().id()));
        return IdempotencyHeaders.tell(created, answer)
                .entity(UserTypeResponse.of(details.type()))
                .tag(Revision.tag(details.revision()))
                .build();
    }

    @GET
    @Path("/{userTypeId}")
    @APIResponse(
            responseCode = "200",
            description = "The user type; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = UserTypeResponse.class)))
    @Operation(operationId = "getUserType", summary = "Read a user type")
    public Response get(@PathParam("userTypeId") UserTypeId id) {
        return answer(userTypes.get(caller.scope(), id), UserTypeResponse::of);
    }

    @PATCH
    @Path("/{userTypeId}")
    @Consumes({StrictJsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @APIResponse(
            responseCode = "200",
            description = "The user type; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = UserTypeResponse.class)))
    @Operation(
            operationId = "changeUserType",
            summary = "Change the words of a user type",
            description = "What is absent stays; the name never changes." + Revision.NEEDED)
    public Response change(
            @PathParam("userTypeId") UserTypeId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ChangeUserTypeRequest request) {
        return answer(
                userTypes.describe(
                        caller.scope(),
                        id,
                        request.newDisplayName(),
                        request.newDescription(),
                        Revision.expected(ifMatch)),
                UserTypeResponse::of);
    }

    @DELETE
    @Path("/{userTypeId}")
    @Operation(
            operationId = "removeUserType",
            summary = "Remove a user type",
            description = "Only while nobody holds it and no invitation names it." + Revision.HONOURED)
    public void remove(
            @PathParam("userTypeId") UserTypeId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        userTypes.remove(caller.scope(), id, Revision.expectedIfAny(ifMatch));
    }

    @GET
    @Path("/{userTypeId}/permissions")
    @APIResponse(
            responseCode = "200",
            description = "The permissions; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = PermissionsBody.class)))
    @Operation(operationId = "getUserTypePermissions", summary = "Read the permissions of a user type")
    public Response permissions(@PathParam("userTypeId") UserTypeId id) {
        return answer(userTypes.get(caller.scope(), id), PermissionsBody::of);
    }

    @PUT
    @Path("/{userTypeId}/permissions")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            description = "The permissions; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = PermissionsBody.class)))
    @Operation(
            operationId = "setUserTypePermissions",
            summary = "Replace the permissions of a user type",
            description = "Holders have the new ones at their next request. At most 500, none of them twice."
                    + Revision.NEEDED)
    public Response permit(
            @PathParam("userTypeId") UserTypeId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PermissionsBody request) {
        return answer(
                userTypes.permit(caller.scope(), id, request.toPermissions(), Revision.expected(ifMatch)),
                PermissionsBody::of);
    }

    /** Words and permissions are one thing: a change of either outdates both. */
    private static Response answer(UserTypeDetails details, Function<UserType, ?> body) {
        return Response.ok(body.apply(details.type()))
                .tag(Revision.tag(details.revision()))
                .build();
    }
}
