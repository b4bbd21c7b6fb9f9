package tel.ringer.warp.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.http.rest.StrictJsonReader;
import tel.ringer.warp.identity.UserQuery;
import tel.ringer.warp.identity.UserStatus;
import tel.ringer.warp.identity.Users;

/** People as a whole. Whoever changes one changes them at every customer. */
@Path("/v1/admin/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
public class UsersResource {
    @Inject
    private Users users;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "listUsers",
            summary = "List users",
            description = "In the order of their addresses. q: part of name or address; status: ACTIVE or INACTIVE;"
                    + " user_type: name of the platform type;" + PageParameters.DESCRIPTION)
    public PageResponse<UserResponse> list(
            @QueryParam("q") @Nullable String search,
            @QueryParam("status") @Nullable String status,
            @QueryParam("user_type") @Nullable String userType,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("include") @Nullable String include) {
        UserQuery query = new UserQuery(
                Optional.ofNullable(search).filter(text -> !text.isBlank()),
                PageParameters.read("status", status, UserStatus::valueOf),
                Optional.ofNullable(userType),
                PageParameters.read(limit, cursor, include));
        return PageResponse.of(users.list(caller.scope(), query), UserResponse::of);
    }

    @GET
    @Path("/{userId}")
    @Operation(operationId = "getUser", summary = "Read a person and what they hold within reach")
    public UserDetailsResponse get(@PathParam("userId") UserId userId) {
        return UserDetailsResponse.of(users.get(caller.scope(), userId));
    }

    @PATCH
    @Path("/{userId}")
    @Consumes({StrictJsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeUser",
            summary = "Give or take a platform type",
            description = "For who holds everything. A user_type of null takes it away.")
    public UserResponse change(@PathParam("userId") UserId userId, @NotNull @Valid ChangeUserRequest request) {
        return UserResponse.of(users.changeType(caller.scope(), userId, request.typeName()));
    }

    @POST
    @Path("/{userId}/deactivate")
    @Operation(
            operationId = "deactivateUser",
            summary = "Shut a person out everywhere",
            description = "For who holds everything. At once, on every node; sessions end for good.")
    public UserResponse deactivate(@PathParam("userId") UserId userId) {
        return UserResponse.of(users.deactivate(caller.scope(), userId));
    }

    @POST
    @Path("/{userId}/reactivate")
    @Operation(
            operationId = "reactivateUser",
            summary = "Let a deactivated person in again",
            description = "For who holds everything. With what they held; invitations that were revoked stay so.")
    public UserResponse reactivate(@PathParam("userId") UserId userId) {
        return UserResponse.of(users.reactivate(caller.scope(), userId));
    }
}
