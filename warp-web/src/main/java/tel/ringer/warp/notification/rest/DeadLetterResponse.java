package tel.ringer.warp.notification.rest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.notification.DeadLetter;
import tel.ringer.warp.notification.MailKind;

/**
 * A mail that was given up, on the wire.
 *
 * @param subjectId of what it tells: the invitation
 * @param recipient masked for whoever may not read invitations; absent if what it tells of is gone
 */
public record DeadLetterResponse(
        UUID id,
        UUID customerId,
        MailKind kind,
        UUID subjectId,
        @Nullable String recipient,
        @Nullable String reason,
        int attempts,
        Instant queuedAt,
        @Nullable Instant diedAt) {
    static DeadLetterResponse of(DeadLetter letter) {
        return new DeadLetterResponse(
                letter.id(),
                letter.customer().value(),
                letter.kind(),
                letter.subject(),
                letter.recipient().orElse(null),
                letter.reason().orElse(null),
                letter.attempts(),
                letter.queuedAt(),
                letter.diedAt().orElse(null));
    }
}
