package tel.ringer.warp.notification.rest;

import static java.util.stream.Collectors.groupingBy;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.notification.MailReport;
import tel.ringer.warp.notification.MailReports;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** SendGrid's signed event webhook. What was stored is answered with success; anything else SendGrid sends again. */
@Path("/webhooks/sendgrid")
@Tag(name = "Webhooks")
public class SendGridResource {
    @Inject
    private SendGridSignature signature;

    @Inject
    private MailReports reports;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    @SecurityRequirements
    @Operation(
            operationId = "reportSendGridEvents",
            summary = "Report what became of mails",
            description =
                    "For SendGrid's signed event webhook. Each event counts once. 404 unless a key is configured.")
    public void report(
            @HeaderParam("X-Twilio-Email-Event-Webhook-Signature") @Nullable String signed,
            @HeaderParam("X-Twilio-Email-Event-Webhook-Timestamp") @Nullable String timestamp,
            byte[] body) {
        signature.require(signed, timestamp, body);
        events(body).stream()
                .flatMap(event -> new SendGridEvent(event).toReport().stream())
                .collect(groupingBy(MailReport::mail))
                .forEach((mail, said) -> reports.record(MailReports.SCOPE, mail, said));
    }

    private static List<JsonObject> events(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readArray().stream()
                    .filter(JsonObject.class::isInstance)
                    .map(JsonValue::asJsonObject)
                    .toList();
        } catch (RuntimeException malformed) {
            ProblemException problem = new ProblemException(
                    ProblemKind.MALFORMED, "malformed_json", "The body is not a JSON array of events.");
            problem.initCause(malformed);
            throw problem;
        }
    }
}
