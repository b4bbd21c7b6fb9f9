package tel.ringer.warp.notification;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a mail, and when.
 *
 * @param reason for people
 */
public record MailStep(MailEventKind kind, Instant at, Optional<String> reason) {}
