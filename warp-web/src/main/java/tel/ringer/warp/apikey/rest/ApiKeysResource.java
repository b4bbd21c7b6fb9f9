package tel.ringer.warp.apikey.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.apikey.ApiKey;
import tel.ringer.warp.apikey.ApiKeyDetails;
import tel.ringer.warp.apikey.ApiKeyId;
import tel.ringer.warp.apikey.ApiKeyQuery;
import tel.ringer.warp.apikey.ApiKeyRequests;
import tel.ringer.warp.apikey.ApiKeyStatus;
import tel.ringer.warp.apikey.ApiKeys;
import tel.ringer.warp.apikey.CreatedApiKey;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.PageResponse;
import tel.ringer.warp.http.rest.Revision;
import tel.ringer.warp.http.rest.StrictJsonReader;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.idempotency.rest.IdempotencyHeaders;

/** The API keys of a customer, for those who manage them. */
@Path("/v1/admin/customers/{customerId}/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API keys")
public class ApiKeysResource {
    @Inject
    private ApiKeys keys;

    @Inject
    private ApiKeyRequests requests;

    @Inject
    private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "listApiKeys",
            summary = "List the API keys of a customer",
            description =
                    "Newest first. status: ACTIVE, EXPIRED or REVOKED; prefix: the visible part of a key, to find one that"
                            + " leaked;" + PageParameters.DESCRIPTION)
    public PageResponse<ApiKeyResponse> list(
            @PathParam("customerId") CustomerId customerId,
            @QueryParam("status") @Nullable String status,
            @QueryParam("prefix") @Nullable String prefix,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("include") @Nullable String include) {
        ApiKeyQuery query = new ApiKeyQuery(
                PageParameters.read("status", status, ApiKeyStatus::valueOf),
                Optional.ofNullable(prefix).filter(text -> !text.isBlank()),
                PageParameters.read(limit, cursor, include));
        return PageResponse.of(keys.list(caller.scope(), customerId, query), ApiKeyResponse::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            description = "The API key with its secret, which is in no other answer.",
            content = @Content(schema = @Schema(implementation = ApiKeyResponse.class)))
    @Operation(
            operationId = "createApiKey",
            summary = "Create an API key",
            description = "Within what the creator holds at the customer. People create keys; a key can't (403,"
                    + " people_only)." + IdempotencyHeaders.DESCRIPTION
                    + " The secret does not come again: if it was lost, revoke the key and create another.")
    public Response create(
            @PathParam("customerId") CustomerId customerId,
            @HeaderParam(IdempotencyHeaders.KEY) @Nullable String idempotencyKey,
            @NotNull @Valid CreateApiKeyRequest request) {
        Outcome<CreatedApiKey> created = requests.create(
                caller.scope(), customerId, request.toApiKey(), IdempotencyHeaders.read(idempotencyKey));
        ApiKey key = created.result().details().key();
        Response.ResponseBuilder answer =
                Response.created(UriBuilder.fromPath("/v1/admin/customers/{customerId}/api-keys/{apiKeyId}")
                        .build(customerId, key.id()));
        return IdempotencyHeaders.tell(created, answer)
                .entity(ApiKeyResponse.of(created.result()))
                .tag(Revision.tag(key.revision()))
                .build();
    }

    @GET
    @Path("/{apiKeyId}")
    @APIResponse(
            responseCode = "200",
            description = "The API key; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = ApiKeyResponse.class)))
    @Operation(operationId = "getApiKey", summary = "Read an API key", description = "Never its secret.")
    public Response get(@PathParam("customerId") CustomerId customerId, @PathParam("apiKeyId") ApiKeyId id) {
        return answer(keys.get(caller.scope(), customerId, id));
    }

    @PATCH
    @Path("/{apiKeyId}")
    @Consumes({StrictJsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @APIResponse(
            responseCode = "200",
            description = "The API key; the ETag is for If-Match.",
            content = @Content(schema = @Schema(implementation = ApiKeyResponse.class)))
    @Operation(
            operationId = "renameApiKey",
            summary = "Rename an API key",
            description = "Nothing else can be changed: create another key and revoke this one." + Revision.NEEDED)
    public Response rename(
            @PathParam("customerId") CustomerId customerId,
            @PathParam("apiKeyId") ApiKeyId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ChangeApiKeyRequest request) {
        return answer(keys.rename(caller.scope(), customerId, id, request.newName(), Revision.expected(ifMatch)));
    }

    @DELETE
    @Path("/{apiKeyId}")
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke an API key",
            description = "For good: it is refused at the next request, and what it sent and is pending is revoked."
                    + Revision.HONOURED)
    public void revoke(
            @PathParam("customerId") CustomerId customerId,
            @PathParam("apiKeyId") ApiKeyId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("reason") @Size(max = 500) @Nullable String reason) {
        keys.revoke(caller.scope(), customerId, id, Optional.ofNullable(reason), Revision.expectedIfAny(ifMatch));
    }

    private static Response answer(ApiKeyDetails details) {
        return Response.ok(ApiKeyResponse.of(details))
                .tag(Revision.tag(details.key().revision()))
                .build();
    }
}
