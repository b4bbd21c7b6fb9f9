package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.time.DatabaseClock;

/** Takes mails in the transaction of the change that they tell of. */
@ApplicationScoped
public class Outbox {
    @Inject
    private OutboxRepository repository;

    @Inject
    private DatabaseClock clock;

    /** @param subject of the mail: what its composer needs to find the rest */
    public void queue(CustomerId customer, MailKind kind, UUID subject) {
        repository.add(OutboxMail.of(customer, kind, subject, clock.now()));
    }

    /** Removes the mails about these, with what happened to them. */
    public void forget(Collection<UUID> subjects) {
        repository.removeAbout(subjects);
    }
}
