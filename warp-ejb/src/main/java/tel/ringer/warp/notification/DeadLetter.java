package tel.ringer.warp.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;

/**
 * A mail that was given up.
 *
 * @param recipient whole or masked, as the caller may see it; empty if what the mail tells of is gone
 * @param reason for people
 */
public record DeadLetter(
        UUID id,
        CustomerId customer,
        MailKind kind,
        UUID subject,
        Optional<String> recipient,
        Optional<String> reason,
        int attempts,
        Instant queuedAt,
        Optional<Instant> diedAt) {
    static DeadLetter of(OutboxMail mail, Optional<String> recipient) {
        return new DeadLetter(
                mail.id(),
                mail.customerId(),
                mail.kind(),
                mail.subjectId(),
                recipient,
                mail.lastError(),
                mail.attempts(),
                mail.queuedAt(),
                mail.finishedAt());
    }
}
