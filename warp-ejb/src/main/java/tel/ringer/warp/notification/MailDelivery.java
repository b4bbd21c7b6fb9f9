package tel.ringer.warp.notification;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private MailTimes times;

    /** Claims mails that are due and composes them: here each link's token is minted. */
    public List<Claim> claim(CustomerScope.System scope, int most) {
        Instant now = clock.now();
        return repository.lockDue(now, most).stream()
                .sorted(Comparator.comparing(OutboxMail::customerId, AuditLog.ORDER_OF_CUSTOMERS))
                .map(mail -> prepare(mail, now))
                .toList();
    }

    private Claim prepare(OutboxMail mail, Instant now) {
        Optional<PreparedMail> prepared = composers
                .of(mail.kind())
                .compose(mail.customerId(), mail.subjectId())
                .map(written -> new PreparedMail(mail.messageId(), written, suppressed.contain(written.to())));
        if (prepared.isEmpty()) {
            mail.cancel(now);
            return new Claim(mail.id(), now, prepared);
        }
        return new Claim(mail.id(), mail.claim(now, times.lease()), prepared);
    }

    public void sent(CustomerScope.System scope, Claim claim) {
        held(claim).ifPresent(mail -> {
            progress.of(mail, MailEventKind.SENT, Optional.empty(), clock.now());
            told.fire(MailOutcome.SENT);
        });
    }

    /** Tries again later, with growing and jittered pauses, until the mail is too old. */
    public void postpone(CustomerScope.System scope, Claim claim, String reason) {
        held(claim).ifPresent(mail -> {
            Instant now = clock.now();
            if (now.isAfter(mail.queuedAt().plus(times.giveUpAfter()))) {
                die(mail, reason, now);
            } else {
                mail.retryAt(now.plus(times.pauses().after(mail.attempts())), reason);
                told.fire(MailOutcome.RETRIED);
            }
        });
    }

    /** For what trying again can't mend. */
    public void refuse(CustomerScope.System scope, Claim claim, String reason) {
        held(claim).ifPresent(mail -> die(mail, reason, clock.now()));
    }

    private void die(OutboxMail mail, String reason, Instant now) {
        progress.of(mail, MailEventKind.FAILED, Optional.of(reason), now);
        told.fire(MailOutcome.DEAD);
    }

    /** Locked, unless the claim is lost or somebody else has said meanwhile what became of the mail. */
    private Optional<OutboxMail> held(Claim claim) {
        return repository.lock(claim.id()).filter(mail -> mail.isHeldUntil(claim.until()));
    }
}
