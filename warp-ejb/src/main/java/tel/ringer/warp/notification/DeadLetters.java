package tel.ringer.warp.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;
import tel.ringer.warp.paging.Cursor;
import tel.ringer.warp.paging.Page;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.time.DatabaseClock;

/** The mails that were given up, as those see them who administer the customers that they are about. */
@Stateless
@CustomerGuarded
public class DeadLetters {
    @Inject
    private OutboxRepository outbox;

    @Inject
    private DeadLetterRepository repository;

    @Inject
    private MailComposers composers;

    @Inject
    private MailProgress progress;

    @Inject
    private AuditLog log;

    @Inject
    private DatabaseClock clock;

    public Page<DeadLetter> list(CustomerScope scope, DeadLetterQuery query) {
        OptionalLong total = query.page().withTotal() ? OptionalLong.of(repository.count(query)) : OptionalLong.empty();
        Page<OutboxMail> page = Page.of(repository.list(scope, query), query.page(), DeadLetters::place, total);
        Map<UUID, String> recipients = recipients(scope, page.items());
        return new Page<>(
                page.items().stream()
                        .map(mail -> DeadLetter.of(mail, Optional.ofNullable(recipients.get(mail.subjectId()))))
                        .toList(),
                page.next(),
                page.total());
    }

    private Map<UUID, String> recipients(CustomerScope scope, List<OutboxMail> mails) {
        Map<MailKind, Set<UUID>> subjects =
                mails.stream().collect(groupingBy(OutboxMail::kind, mapping(OutboxMail::subjectId, toSet())));
        Map<UUID, String> recipients = new HashMap<>();
        subjects.forEach((kind, some) -> recipients.putAll(composers.of(kind).recipients(scope, some)));
        return recipients;
    }

    private static Cursor place(OutboxMail mail) {
        return new Cursor(mail.finishedAt().orElseThrow().toString(), mail.id());
    }

    /**
     * Takes the mail up again as if it were new; it is composed anew when it is dispatched.
     *
     * @throws ProblemException not found; conflict, {@code mail_not_dead} or {@code mail_not_wanted}
     */
    public void retry(CustomerScope scope, UUID id) {
        OutboxMail mail = outbox.lock(id).orElseThrow(ProblemException::notFound);
        if (!mail.isDead()) {
            throw ProblemException.conflict("mail_not_dead", "This mail was not given up.");
        }
        if (!composers.of(mail.kind()).isWanted(mail.subjectId(), mail.queuedAt())) {
            throw ProblemException.conflict("mail_not_wanted", "What this mail tells of does not hold any more.");
        }
        progress.revived(mail, clock.now());
        log.record(retried(scope, mail));
    }

    /** @throws ProblemException not found */
    public CustomerId customerOf(CustomerScope scope, UUID id) {
        return outbox.find(id).map(OutboxMail::customerId).orElseThrow(ProblemException::notFound);
    }

    private static AuditEvent retried(CustomerScope scope, OutboxMail mail) {
        return new AuditEvent(
                Optional.of(mail.customerId()),
                scope.person(),
                scope.actor(),
                "mail.retried",
                "mail",
                mail.id(),
                Map.of(
                        "kind",
                        mail.kind().name(),
                        "subject_id",
                        mail.subjectId().toString()));
    }
}
