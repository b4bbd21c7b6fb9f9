package tel.ringer.warp.notification;

import static java.util.stream.Collectors.groupingBy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.audit.AuditLog;
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

    /** Each report counts once, however often it comes; what is said of unknown mails is passed over. */
    public void record(CustomerScope.System scope, List<MailReport> reports) {
        Map<UUID, List<MailReport>> byMail = reports.stream().collect(groupingBy(MailReport::mail));
        Map<OutboxMail, List<MailReport>> news = new LinkedHashMap<>();
        outbox.lockAll(byMail.keySet()).stream()
                .sorted(Comparator.comparing(OutboxMail::customerId, AuditLog.ORDER_OF_CUSTOMERS))
                .forEach(mail -> news.put(mail, fresh(mail, byMail)));
        // What concerns no customer comes first in the audit log.
        news.forEach((mail, fresh) -> suppress(scope, mail, fresh));
        Instant now = clock.now();
        news.forEach((mail, fresh) -> fresh.forEach(report -> progress.reported(mail, report, now)));
    }

    private List<MailReport> fresh(OutboxMail mail, Map<UUID, List<MailReport>> byMail) {
        Set<String> known = new HashSet<>(events.sourcesOf(mail.id()));
        return Objects.requireNonNull(byMail.get(mail.id())).stream()
                .filter(report -> known.add(report.source()))
                .toList();
    }

    private void suppress(CustomerScope.System scope, OutboxMail mail, List<MailReport> fresh) {
        fresh.stream().flatMap(report -> report.suppression().stream()).forEach(reason -> composers
                .of(mail.kind())
                .recipients(scope, Set.of(mail.subjectId()))
                .values()
                .forEach(address -> suppressed.add(scope, address, reason)));
    }
}
