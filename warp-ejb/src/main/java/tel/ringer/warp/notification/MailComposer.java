package tel.ringer.warp.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;

/** A feature's part in a kind of mail: writes it when it is dispatched, and hears what became of it. */
public interface MailComposer {
    MailKind kind();

    /** Whether what the mail tells of still holds, and no newer mail has told of it since it was queued. */
    boolean isWanted(UUID subject, Instant queuedAt);

    /** Empty if the mail is no longer wanted. */
    Optional<Mail> compose(CustomerId customer, UUID subject);

    /** To whom mails about these subjects go, as far as it is known: whole or masked, as the scope may see it. */
    Map<UUID, String> recipients(CustomerScope scope, Collection<UUID> subjects);

    /** In the transaction of the news, the mail itself being locked. */
    void hear(MailNews news);
}
