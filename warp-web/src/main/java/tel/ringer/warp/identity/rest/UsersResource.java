package tel.ringer.warp.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.http.rest.Revision;
import tel.ringer.warp.http.rest.StrictJsonReader;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.idempotency.rest.IdempotencyHeaders;
import tel.ringer.warp.identity.Colleagues;
import tel.ringer.warp.identity.Person;
import tel.ringer.warp.identity.PersonDetails;
import tel.ringer.warp.identity.UserQuery;
import tel.ringer.warp.identity.Users;

/** People as a whole. Whoever changes one changes them at every customer. */
@Path("/v1/admin/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
public class UsersResource {
    @Inject
    private Users users;

    @Inject
    private Colleagues colleagues;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "listUsers",
            summary = "List users",
            description =
                    "In the order of their addresses. " + UserParameters.DESCRIPTION + ";" + PageParameters.DESCRIPTION)
    public PageResponse<UserResponse> list(
            @QueryParam("q") @Nullable String search,
            @QueryParam("status") @Nullable String status,
            @QueryParam("user_type") @Nullable String userType,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("include") @Nullable String include) {
        UserQuery query = UserParameters.read(search, status, userType, PageParameters.read(limit, cursor, include));
        return PageResponse.of(users.list(caller.scope(), query), UserResponse::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            description = "The person; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = UserResponse.class)))
    @Operation(
            operationId = "addUser",
            summary = "Add a person of the operator's staff",
            description =
                    "For who holds everything. The person's first sign-in with this address, verified by the provider,"
                            + " finds the account; no mail is sent. 409 user_exists if somebody has the address."
                            + IdempotencyHeaders.DESCRIPTION)
    public Response add(
            @HeaderParam(IdempotencyHeaders.KEY) @Nullable String key, @NotNull @Valid AddUserRequest request) {
        Outcome<Person> added = colleagues.add(caller.scope(), request.toColleague(), IdempotencyHeaders.read(key));
        Person person = added.result();
        Response.ResponseBuilder answer = Response.created(UriBuilder.fromPath("/v1/admin/users/{userId}")
                .build(person.user().id()));
        return IdempotencyHeaders.tell(added, answer)
                .entity(UserResponse.of(person))
                .tag(Revision.tag(person.user().revision()))
                .build();
    }

    @GET
    @Path("/{userId}")
    @APIResponse(
            responseCode = "200",
            description = "The person; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = UserDetailsResponse.class)))
    @Operation(operationId = "getUser", summary = "Read a person and what they hold within reach")
    public Response get(@PathParam("userId") UserId userId) {
        PersonDetails details = users.get(caller.scope(), userId);
        return Response.ok(UserDetailsResponse.of(details))
                .tag(Revision.tag(details.person().user().revision()))
                .build();
    }

    @PATCH
    @Path("/{userId}")
    @Consumes({StrictJsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @APIResponse(
            responseCode = "200",
            description = "The person; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = UserResponse.class)))
    @Operation(
            operationId = "changeUser",
            summary = "Give or take a platform type",
            description = "For who holds everything. A user_type of null takes it away." + Revision.NEEDED)
    public Response change(
            @PathParam("userId") UserId userId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ChangeUserRequest request) {
        return answer(users.changeType(caller.scope(), userId, request.typeName(), Revision.expected(ifMatch)));
    }

    @POST
    @Path("/{userId}/deactivate")
    @APIResponse(
            responseCode = "200",
            description = "The person; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = UserResponse.class)))
    @Operation(
            operationId = "deactivateUser",
            summary = "Shut a person out everywhere",
            description =
                    "For who holds everything. At once, on every node; sessions end for good." + Revision.HONOURED)
    public Response deactivate(
            @PathParam("userId") UserId userId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(users.deactivate(caller.scope(), userId, Revision.expectedIfAny(ifMatch)));
    }

    @POST
    @Path("/{userId}/reactivate")
    @APIResponse(
            responseCode = "200",
            description = "The person; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = UserResponse.class)))
    @Operation(
            operationId = "reactivateUser",
            summary = "Let a deactivated person in again",
            description = "For who holds everything. With what they held; invitations that were revoked stay so."
                    + Revision.HONOURED)
    public Response reactivate(
            @PathParam("userId") UserId userId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(users.reactivate(caller.scope(), userId, Revision.expectedIfAny(ifMatch)));
    }

    private static Response answer(Person person) {
        return Response.ok(UserResponse.of(person))
                .tag(Revision.tag(person.user().revision()))
                .build();
    }
}
