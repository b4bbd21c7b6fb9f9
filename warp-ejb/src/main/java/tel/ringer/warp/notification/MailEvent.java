package tel.ringer.warp.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.access.TenantCondition;

/** Something that happened to a mail. */
@Entity
@Table(schema = "notification", name = "mail_events")
@Filter(
        name = ScopedTransaction.TENANT_FILTER,
        condition = TenantCondition.ON_CUSTOMER_ID,
        deduceAliasInjectionPoints = false)
class MailEvent {
    /** Providers tell whole seconds: of what happened within one, that is earlier which was known earlier. */
    static final Comparator<MailEvent> AS_IT_HAPPENED = Comparator.comparing(
                    (MailEvent event) -> event.happenedAt.truncatedTo(ChronoUnit.SECONDS))
            .thenComparing(event -> event.recordedAt)
            .thenComparing(event -> event.kind);

    @Id
    private UUID id;

    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "mail_id")
    private UUID mailId;

    @Enumerated(EnumType.STRING)
    private MailEventKind kind;

    private @Nullable String reason;

    /** The name that a source outside has for it, by which it is known again. */
    @Column(name = "source_id")
    private @Nullable String sourceId;

    @Column(name = "happened_at")
    private Instant happenedAt;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected MailEvent() {}

    static MailEvent of(OutboxMail mail, MailStep step, Instant now) {
        MailEvent event = new MailEvent();
        event.id = UUID.randomUUID();
        event.customerId = mail.customerId().value();
        event.mailId = mail.id();
        event.kind = step.kind();
        event.reason = step.reason().map(OutboxMail::shortened).orElse(null);
        event.happenedAt = step.at();
        event.recordedAt = now;
        return event;
    }

    static MailEvent of(OutboxMail mail, MailReport report, Instant now) {
        MailEvent event = of(mail, report.step(), now);
        event.sourceId = report.source();
        return event;
    }

    UUID mailId() {
        return mailId;
    }

    MailStep toStep() {
        return new MailStep(kind, happenedAt, Optional.ofNullable(reason));
    }
}
