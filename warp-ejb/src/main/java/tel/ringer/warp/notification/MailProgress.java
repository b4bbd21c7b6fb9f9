package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Writes down what happens to mails, and tells whoever composed one when that is news. */
@ApplicationScoped
class MailProgress {
    @Inject
    private MailEventRepository events;

    @Inject
    private MailComposers composers;

    /**
     * WARP itself did it.
     *
     * @param mail locked
     */
    void of(OutboxMail mail, MailEventKind kind, Optional<String> reason, Instant now) {
        MailStep step = new MailStep(kind, now, reason);
        events.add(MailEvent.of(mail, step, now));
        advance(mail, step, now);
    }

    /** @param mail locked */
    void reported(OutboxMail mail, MailReport report, Instant now) {
        events.add(MailEvent.of(mail, report, now));
        advance(mail, report.step(), now);
    }

    private void advance(OutboxMail mail, MailStep step, Instant now) {
        boolean isNews = step.kind()
                .leadsTo()
                .filter(next -> mail.become(next, step.reason(), now))
                .isPresent();
        if (isNews) {
            composers.of(mail.kind()).hear(mail.news());
        }
    }

    /** @param mail locked and dead */
    void revived(OutboxMail mail, Instant now) {
        mail.revive(now);
        events.add(MailEvent.of(mail, new MailStep(MailEventKind.QUEUED, now, Optional.empty()), now));
        composers.of(mail.kind()).hear(mail.news());
    }
}
