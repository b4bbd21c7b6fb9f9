package tel.ringer.warp.notification;

import io.github.resilience4j.core.IntervalFunction;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.time.DatabaseClock;

/** The steps around sending, each a transaction of its own; the sending itself happens between them, in none. */
@Stateless
@CustomerGuarded
public class MailDelivery {
    @Inject
    private OutboxRepository repository;

    @Inject
    @Any
    private Instance<MailComposer> composers;

    @Inject
    private Event<MailOutcome> told;

    @Inject
    private DatabaseClock clock;

    @Inject
    @ConfigProperty(name = "warp.mail.retry-first")
    private Duration retryFirst;

    @Inject
    @ConfigProperty(name = "warp.mail.retry-longest")
    private Duration retryLongest;

    @Inject
    @ConfigProperty(name = "warp.mail.give-up-after")
    private Duration giveUpAfter;

    @Inject
    @ConfigProperty(name = "warp.mail.lease")
    private Duration lease;

    /** Claims mails that are due and composes them: here each link's token is minted. */
    public List<PreparedMail> claim(CustomerScope.System scope, int most) {
        Instant now = clock.now();
        List<PreparedMail> prepared = new ArrayList<>();
        for (OutboxMail mail : repository.lockDue(now, most)) {
            Optional<Mail> composed = composer(mail).compose(mail.customerId(), mail.subjectId());
            if (composed.isEmpty()) {
                mail.cancel(now);
            } else {
                mail.claim(now, lease);
                prepared.add(new PreparedMail(mail.id(), composed.get()));
            }
        }
        return prepared;
    }

    public void sent(CustomerScope.System scope, UUID id) {
        repository.lock(id).filter(OutboxMail::isQueued).ifPresent(mail -> {
            mail.sent(clock.now());
            composer(mail).sent(mail.subjectId());
            told.fire(MailOutcome.SENT);
        });
    }

    /** Tries again later, with growing and jittered pauses, until the mail is too old. */
    public void postpone(CustomerScope.System scope, UUID id, String reason) {
        repository.lock(id).filter(OutboxMail::isQueued).ifPresent(mail -> {
            Instant now = clock.now();
            if (now.isAfter(mail.createdAt().plus(giveUpAfter))) {
                die(mail, reason, now);
            } else {
                mail.retryAt(now.plusMillis(backOff().apply(mail.attempts())), reason);
                told.fire(MailOutcome.RETRIED);
            }
        });
    }

    /** For what trying again can't mend. */
    public void refuse(CustomerScope.System scope, UUID id, String reason) {
        repository.lock(id).filter(OutboxMail::isQueued).ifPresent(mail -> die(mail, reason, clock.now()));
    }

    private void die(OutboxMail mail, String reason, Instant now) {
        mail.die(reason, now);
        composer(mail).failed(mail.subjectId(), reason);
        told.fire(MailOutcome.DEAD);
    }

    private IntervalFunction backOff() {
        return IntervalFunction.ofExponentialRandomBackoff(retryFirst, 2, 0.5, retryLongest);
    }

    private MailComposer composer(OutboxMail mail) {
        return composers.stream()
                .filter(candidate -> candidate.kind() == mail.kind())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody composes " + mail.kind()));
    }
}
