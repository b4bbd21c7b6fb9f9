package tel.ringer.warp.notification.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.notification.DeliveryStatusNotification;
import tel.ringer.warp.notification.MailReport;
import tel.ringer.warp.notification.MailReports;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Delivery status notifications, as the operator's mail server passes on what comes to the sender's mailbox. */
@Path("/webhooks/dsn")
@Tag(name = "Webhooks")
public class DeliveryStatusResource {
    @Inject
    private WebhookSettings settings;

    @Inject
    private MailReports reports;

    @Inject
    private Clock clock;

    @Context
    private SecurityContext security;

    @POST
    @Consumes("message/rfc822")
    @Public
    @SecurityRequirements
    @Operation(
            operationId = "reportDeliveryStatus",
            summary = "Pass a delivery status notification on",
            description =
                    "A whole mail (RFC 3464), with the token of warp.mail.dsn-token as bearer. Mails that are none, or"
                            + " about no mail of WARP, are taken and change nothing. 404 unless a token is configured.")
    public void report(byte[] mail) {
        if (!settings.mailServersMayReport()) {
            throw ProblemException.notFound();
        }
        if (!(security.getUserPrincipal() instanceof MailServerPrincipal)) {
            throw new ProblemException(ProblemKind.UNAUTHENTICATED, "unauthenticated", "Sign in first.");
        }
        List<MailReport> said = DeliveryStatusNotification.read(mail, clock.instant());
        if (!said.isEmpty()) {
            reports.record(MailReports.SCOPE, said.get(0).mail(), said);
        }
    }
}
