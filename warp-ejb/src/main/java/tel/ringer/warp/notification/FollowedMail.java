package tel.ringer.warp.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail and what happened to it.
 *
 * @param reason why it is not where it should be, for people
 * @param steps oldest first
 */
public record FollowedMail(
        UUID id,
        MailKind kind,
        OutboxStatus status,
        Optional<String> reason,
        int attempts,
        Instant createdAt,
        List<MailStep> steps) {
    static FollowedMail of(OutboxMail mail, List<MailStep> steps) {
        return new FollowedMail(
                mail.id(), mail.kind(), mail.status(), mail.lastError(), mail.attempts(), mail.createdAt(), steps);
    }
}
