package tel.ringer.warp.invitation.rest;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.idempotency.rest.IdempotencyHeaders;
import tel.ringer.warp.invitation.BulkInvitations;
import tel.ringer.warp.invitation.InvitationBatchDetails;
import tel.ringer.warp.invitation.InvitationBatches;

/** Many invitations in one request. */
@Path("/v1/admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations")
public class BulkInvitationsResource {
    @Inject
    private BulkInvitations bulk;

    @Inject
    private InvitationBatches batches;

    @Inject
    private InvitationPace pace;

    @Inject
    private CurrentCaller caller;

    @POST
    @Path("/customers/{customerId}/invitations/bulk")
    @Consumes({MediaType.APPLICATION_JSON, RowsFile.CSV})
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = BulkInvitationsRequest.class)),
                @Content(
                        mediaType = RowsFile.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        example =
                                "email,user_type,role,message,expires_in_days\nada@shop.example,viewer,USER,Welcome,14\n")
            })
    @APIResponse(
            responseCode = "200",
            description = "A small upload or a dry run: what became of each row.",
            content = @Content(schema = @Schema(implementation = InvitationBatchResponse.class)))
    @APIResponse(
            responseCode = "202",
            description = "A large upload: its rows follow; Location tells where to see how far they are.",
            content = @Content(schema = @Schema(implementation = InvitationBatchResponse.class)))
    @Operation(
            operationId = "inviteMany",
            summary = "Invite many people to a customer",
            description =
                    "Up to 10,000 rows of CSV (RFC 4180, UTF-8, a first row with the names of the columns) or JSON."
                            + " Each row comes to a code of its own; docs/bulk-invitations.md tells what they mean. dryRun=true:"
                            + " changes nothing and tells what each row would come to."
                            + IdempotencyHeaders.DESCRIPTION)
    public Response upload(
            @PathParam("customerId") CustomerId customerId,
            @QueryParam("dryRun") @Nullable String dryRun,
            @HeaderParam(IdempotencyHeaders.KEY) @Nullable String key,
            @NotNull UploadedRows rows) {
        CustomerScope scope = caller.scope();
        pace.beforeUploading();
        if (PageParameters.read("dryRun", dryRun, BulkInvitationsResource::truth)
                .orElse(false)) {
            return Response.ok(
                            InvitationBatchResponse.ofDryRun(customerId, bulk.dryRun(scope, customerId, rows.rows())))
                    .build();
        }
        return answer(scope, bulk.upload(scope, customerId, rows.rows(), IdempotencyHeaders.read(key)));
    }

    private Response answer(CustomerScope scope, Outcome<InvitationBatchDetails> outcome) {
        InvitationBatchDetails details = outcome.result();
        URI location = UriBuilder.fromPath("/v1/admin/invitation-batches/{id}")
                .build(details.batch().id());
        Response.ResponseBuilder answer = details.batch().isFinished()
                ? Response.ok(InvitationBatchResponse.with(
                        details, batches.allRows(scope, details.batch().id())))
                : Response.accepted(InvitationBatchResponse.of(details));
        return IdempotencyHeaders.tell(outcome, answer.header(HttpHeaders.LOCATION, location))
                .build();
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }
}
