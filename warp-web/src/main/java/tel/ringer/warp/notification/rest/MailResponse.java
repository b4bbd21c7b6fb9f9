package tel.ringer.warp.notification.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.notification.FollowedMail;
import tel.ringer.warp.notification.MailEventKind;
import tel.ringer.warp.notification.MailKind;
import tel.ringer.warp.notification.MailStep;
import tel.ringer.warp.notification.OutboxStatus;

/**
 * A mail and what happened to it, on the wire.
 *
 * @param reason why it is not where it should be
 * @param events in the order in which they happened
 */
public record MailResponse(
        UUID id,
        MailKind kind,
        OutboxStatus status,
        @Nullable String reason,
        int attempts,
        Instant createdAt,
        List<Event> events) {
    /** Something that happened to the mail. */
    public record Event(MailEventKind kind, Instant at, @Nullable String reason) {
        static Event of(MailStep step) {
            return new Event(step.kind(), step.at(), step.reason().orElse(null));
        }
    }

    public static MailResponse of(FollowedMail mail) {
        return new MailResponse(
                mail.id(),
                mail.kind(),
                mail.status(),
                mail.reason().orElse(null),
                mail.attempts(),
                mail.createdAt(),
                mail.steps().stream().map(Event::of).toList());
    }
}
