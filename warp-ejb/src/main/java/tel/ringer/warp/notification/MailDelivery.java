package tel.ringer.warp.notification;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.audit.AuditLog;
import tel.ringer.warp.time.DatabaseClock;

/** The steps around sending, each a transaction of its own; the sending itself happens between them, in none. */
@Stateless
@CustomerGuarded
public class MailDelivery {
    @Inject
    private OutboxRepository repository;

    @Inject
    private MailComposers composers;

    @Inject
    private MailProgress progress;

    @Inject
    private SuppressedAddresses suppressed;

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
        return repository.lockDue(now, most).stream()
                .sorted(Comparator.comparing(OutboxMail::customerId, AuditLog.ORDER_OF_CUSTOMERS))
                .flatMap(mail -> prepare(mail, now).stream())
                .toList();
    }

    private Optional<PreparedMail> prepare(OutboxMail mail, Instant now) {
        Optional<Mail> composed = composers.of(mail.kind()).compose(mail.customerId(), mail.subjectId());
        if (composed.isEmpty()) {
            mail.cancel(now);
            return Optional.empty();
        }
        mail.claim(now, lease);
        Mail written = composed.get();
        return Optional.of(new PreparedMail(mail.id(), mail.messageId(), written, suppressed.contain(written.to())));
    }

    public void sent(CustomerScope.System scope, UUID id) {
        queued(id).ifPresent(mail -> {
            progress.of(mail, MailEventKind.SENT, Optional.empty(), clock.now());
            told.fire(MailOutcome.SENT);
        });
    }

    /** Tries again later, with growing and jittered pauses, until the mail is too old. */
    public void postpone(CustomerScope.System scope, UUID id, String reason) {
        queued(id).ifPresent(mail -> {
            Instant now = clock.now();
            if (now.isAfter(mail.queuedAt().plus(giveUpAfter))) {
                die(mail, reason, now);
            } else {
                mail.retryAt(now.plus(new RetryPauses(retryFirst, retryLongest).after(mail.attempts())), reason);
                told.fire(MailOutcome.RETRIED);
            }
        });
    }

    /** For what trying again can't mend. */
    public void refuse(CustomerScope.System scope, UUID id, String reason) {
        queued(id).ifPresent(mail -> die(mail, reason, clock.now()));
    }

    private void die(OutboxMail mail, String reason, Instant now) {
        progress.of(mail, MailEventKind.FAILED, Optional.of(reason), now);
        told.fire(MailOutcome.DEAD);
    }

    /** Locked, unless somebody else has said meanwhile what became of it. */
    private Optional<OutboxMail> queued(UUID id) {
        return repository.lock(id).filter(OutboxMail::isQueued);
    }
}
