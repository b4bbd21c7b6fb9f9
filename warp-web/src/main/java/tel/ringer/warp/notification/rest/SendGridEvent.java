package tel.ringer.warp.notification.rest;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.notification.EnhancedStatus;
import tel.ringer.warp.notification.MailEventKind;
import tel.ringer.warp.notification.MailReport;
import tel.ringer.warp.notification.MailStep;
import tel.ringer.warp.notification.MessageId;
import tel.ringer.warp.notification.SuppressedAddresses;
import tel.ringer.warp.notification.SuppressionReason;

/** One event of SendGrid's webhook. What people open and click is not followed. */
record SendGridEvent(JsonObject json) {
    private static final System.Logger LOG = System.getLogger(SendGridEvent.class.getName());
    private static final long LAST_SECOND = 253_402_300_799L;

    /** Empty for what concerns no mail of WARP or changes nothing there. */
    Optional<MailReport> toReport() {
        return kind().flatMap(kind -> mail().flatMap(mail -> text("sg_event_id")
                .map(id -> new MailReport(
                        mail,
                        "sendgrid " + id,
                        Optional.empty(),
                        new MailStep(kind, at(), reason(kind)),
                        suppression(kind)))));
    }

    private Optional<MailEventKind> kind() {
        return switch (text("event").orElse("")) {
            case "processed" -> Optional.of(MailEventKind.PROCESSED);
            case "deferred" -> Optional.of(MailEventKind.DEFERRED);
            case "delivered" -> Optional.of(MailEventKind.DELIVERED);
            case "bounce" -> Optional.of(MailEventKind.BOUNCED);
            case "dropped" -> Optional.of(MailEventKind.FAILED);
            case "spamreport" -> Optional.of(MailEventKind.COMPLAINED);
            case "unsubscribe", "group_unsubscribe" -> Optional.of(MailEventKind.UNSUBSCRIBED);
            default -> Optional.empty();
        };
    }

    /** By the argument that WARP gave along, else by the Message-ID. */
    private Optional<UUID> mail() {
        return text("warp_mail_id").or(() -> text("smtp-id")).flatMap(MessageId::mailOf);
    }

    /** In seconds since 1970. */
    private Instant at() {
        long seconds = json.get("timestamp") instanceof JsonNumber number ? number.longValue() : 0;
        return Instant.ofEpochSecond(Math.max(0, Math.min(seconds, LAST_SECOND)));
    }

    /** SendGrid drops for what it knows from anybody's mails: that is for the operator alone, and in the log. */
    private Optional<String> reason(MailEventKind kind) {
        if (kind == MailEventKind.FAILED) {
            LOG.log(System.Logger.Level.INFO, () -> "SendGrid dropped a mail: " + json);
            return Optional.of(SuppressedAddresses.REASON);
        }
        return text("reason").or(() -> text("response"));
    }

    private Optional<SuppressionReason> suppression(MailEventKind kind) {
        return switch (kind) {
            case COMPLAINED -> Optional.of(SuppressionReason.COMPLAINED);
            case UNSUBSCRIBED -> Optional.of(SuppressionReason.NEVER_AGAIN);
            case BOUNCED -> Optional.of(SuppressionReason.BOUNCED).filter(reason -> addressIsDead());
            case QUEUED, SENT, PROCESSED, DEFERRED, DELIVERED, FAILED -> Optional.empty();
        };
    }

    /** A bounce of the type "blocked" is about the sender or the moment. */
    private boolean addressIsDead() {
        return text("type").filter("bounce"::equals).isPresent()
                && text("status")
                        .flatMap(EnhancedStatus::parse)
                        .filter(EnhancedStatus::saysThatTheAddressIsDead)
                        .isPresent();
    }

    private Optional<String> text(String name) {
        JsonValue value = json.get(name);
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
