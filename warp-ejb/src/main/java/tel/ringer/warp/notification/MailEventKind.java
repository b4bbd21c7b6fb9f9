package tel.ringer.warp.notification;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can happen to a mail, here and further on. */
public enum MailEventKind {
    /** Taken up again, by an administrator. */
    QUEUED(OutboxStatus.QUEUED),
    /** The relay has it. */
    SENT(OutboxStatus.SENT),
    /** The provider has begun with it. */
    PROCESSED(OutboxStatus.SENT),
    /** The receiving server asks to come back later; the relay does. */
    DEFERRED(null),
    DELIVERED(OutboxStatus.DELIVERED),
    BOUNCED(OutboxStatus.BOUNCED),
    /** Given up, here or by the relay. */
    FAILED(OutboxStatus.DEAD),
    /** Its reader called it spam. */
    COMPLAINED(OutboxStatus.DELIVERED),
    /** Its reader wants no more mail. */
    UNSUBSCRIBED(OutboxStatus.DELIVERED);

    private final @Nullable OutboxStatus leadsTo;

    MailEventKind(@Nullable OutboxStatus leadsTo) {
        this.leadsTo = leadsTo;
    }

    Optional<OutboxStatus> leadsTo() {
        return Optional.ofNullable(leadsTo);
    }
}
