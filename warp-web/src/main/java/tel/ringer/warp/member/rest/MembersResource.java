package tel.ringer.warp.member.rest;

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
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.http.rest.Revision;
import tel.ringer.warp.http.rest.StrictJsonReader;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.idempotency.rest.IdempotencyHeaders;
import tel.ringer.warp.member.Member;
import tel.ringer.warp.member.MemberQuery;
import tel.ringer.warp.member.MemberRequests;
import tel.ringer.warp.member.Members;

/** The people of a customer and what they hold there. */
@Path("/v1/customers/{customerId}/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People of a customer")
public class MembersResource {
    @Inject
    private Members members;

    @Inject
    private MemberRequests requests;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "listMembers",
            summary = "List the people of a customer",
            description =
                    "In the order of their names. " + MemberParameters.DESCRIPTION + ";" + PageParameters.DESCRIPTION)
    public PageResponse<MemberResponse> list(
            @PathParam("customerId") CustomerId customerId,
            @QueryParam("q") @Nullable String search,
            @QueryParam("role") @Nullable String role,
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("include") @Nullable String include) {
        MemberQuery query = MemberParameters.read(search, role, status, PageParameters.read(limit, cursor, include));
        return PageResponse.of(members.list(caller.scope(), customerId, query), MemberResponse::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            description = "The person at the customer; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = MemberResponse.class)))
    @Operation(
            operationId = "addMember",
            summary = "Add a person to a customer",
            description = "Somebody who has an account and belongs to a customer within the caller's reach; all others"
                    + " are invited." + IdempotencyHeaders.DESCRIPTION)
    public Response add(
            @PathParam("customerId") CustomerId customerId,
            @HeaderParam(IdempotencyHeaders.KEY) @Nullable String key,
            @NotNull @Valid AddMemberRequest request) {
        Outcome<Member> added =
                requests.add(caller.scope(), customerId, request.toMember(), IdempotencyHeaders.read(key));
        Response.ResponseBuilder answer =
                Response.created(UriBuilder.fromPath("/v1/customers/{customerId}/users/{userId}")
                        .build(customerId, added.result().user().id()));
        return IdempotencyHeaders.tell(added, answer)
                .entity(MemberResponse.of(added.result()))
                .tag(Revision.tag(added.result().revision()))
                .build();
    }

    @GET
    @Path("/{userId}")
    @APIResponse(
            responseCode = "200",
            description = "The person at the customer; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = MemberResponse.class)))
    @Operation(operationId = "getMember", summary = "Read what a person holds at a customer")
    public Response get(@PathParam("customerId") CustomerId customerId, @PathParam("userId") UserId userId) {
        return answer(members.get(caller.scope(), customerId, userId));
    }

    @PATCH
    @Path("/{userId}")
    @Consumes({StrictJsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @APIResponse(
            responseCode = "200",
            description = "The person at the customer; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = MemberResponse.class)))
    @Operation(
            operationId = "changeMember",
            summary = "Change what a person holds at a customer",
            description = "Within what the caller holds there. A user_type of null lets the platform type apply."
                    + Revision.NEEDED)
    public Response change(
            @PathParam("customerId") CustomerId customerId,
            @PathParam("userId") UserId userId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ChangeMemberRequest request) {
        return answer(
                members.change(caller.scope(), customerId, userId, request.toChange(), Revision.expected(ifMatch)));
    }

    @DELETE
    @Path("/{userId}")
    @Operation(
            operationId = "removeMember",
            summary = "Remove a person from a customer",
            description = "At once. One active owner or administrator has to stay." + Revision.HONOURED)
    public void remove(
            @PathParam("customerId") CustomerId customerId,
            @PathParam("userId") UserId userId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        members.remove(caller.scope(), customerId, userId, Revision.expectedIfAny(ifMatch));
    }

    private static Response answer(Member member) {
        return Response.ok(MemberResponse.of(member))
                .tag(Revision.tag(member.revision()))
                .build();
    }
}
