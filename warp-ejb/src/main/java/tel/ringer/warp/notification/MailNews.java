package tel.ringer.warp.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail has come to be something else.
 *
 * @param queuedAt when the mail was asked for, which tells it from others about the same subject
 * @param reason for people
 */
public record MailNews(UUID subject, Instant queuedAt, DeliveryStatus status, Optional<String> reason) {}
