package tel.ringer.warp.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.time.DatabaseClock;

/** What providers and mail servers say of mails that the relay had taken: in any order, more than once, or never. */
@Stateless
@CustomerGuarded
public class MailReports {
    /** As the delivery itself: it is part of it. */
    public static final CustomerScope.System SCOPE = new CustomerScope.System("mail-delivery");

    @Inject
    private OutboxRepository outbox;

    @Inject
    private MailEventRepository events;

    @Inject
    private MailProgress progress;

    @Inject
    private MailComposers composers;

    @Inject
    private SuppressedAddresses suppressed;

    @Inject
    private DatabaseClock clock;

    /**
     * Each report counts once, however often it comes; what is said of an unknown mail is passed over. One mail in a
     * transaction: whoever answers an invitation locks it before the audit log, and so does each mail.
     *
     * @param reports all of the same mail
     */
    public void record(CustomerScope.System scope, UUID messageId, List<MailReport> reports) {
        outbox.lockByMessageId(messageId).ifPresent(mail -> {
            Collection<String> recipients = composers
                    .of(mail.kind())
                    .recipients(scope, Set.of(mail.subjectId()))
                    .values();
            List<MailReport> fresh = fresh(mail, reports).stream()
                    .map(report -> isAbout(recipients, report) ? report : report.aboutSomebodyElse())
                    .toList();
            // What concerns no customer comes first in the audit log.
            fresh.forEach(report -> suppress(scope, recipients, report));
            Instant now = clock.now();
            fresh.forEach(report -> progress.reported(mail, report, now));
        });
    }

    private List<MailReport> fresh(OutboxMail mail, List<MailReport> reports) {
        Set<String> known = new HashSet<>(events.sourcesOf(mail.id()));
        return reports.stream().filter(report -> known.add(report.source())).toList();
    }

    private static boolean isAbout(Collection<String> recipients, MailReport report) {
        return report.recipient()
                .filter(named -> recipients.stream().noneMatch(named::equalsIgnoreCase))
                .isEmpty();
    }

    private void suppress(CustomerScope.System scope, Collection<String> recipients, MailReport report) {
        report.suppression().ifPresent(reason -> recipients.forEach(address -> suppressed.add(scope, address, reason)));
    }
}
