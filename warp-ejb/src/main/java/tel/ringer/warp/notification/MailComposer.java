package tel.ringer.warp.notification;

import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;

/** A feature's part in a kind of mail: writes it when it is dispatched, and hears what became of it. */
public interface MailComposer {
    MailKind kind();

    /** Empty if the mail is no longer wanted. */
    Optional<Mail> compose(CustomerId customer, UUID subject);

    void sent(UUID subject);

    /** @param reason for people; the mail will not be tried again */
    void failed(UUID subject, String reason);
}
