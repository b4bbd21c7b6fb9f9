package tel.ringer.warp.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.access.TenantCondition;

/** A mail to send: committed with the change that it tells of, composed when it is dispatched. Holds no secret. */
@Entity
@Table(schema = "notification", name = "outbox")
@Filter(
        name = ScopedTransaction.TENANT_FILTER,
        condition = TenantCondition.ON_CUSTOMER_ID,
        deduceAliasInjectionPoints = false)
class OutboxMail {
    private static final int LONGEST_ERROR = 500;

    @Id
    private UUID id;

    /** By which those name it who had it, or their servers; shown to nobody. */
    @Column(name = "message_id")
    private UUID messageId;

    @Column(name = "customer_id")
    private UUID customerId;

    @Enumerated(EnumType.STRING)
    private MailKind kind;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Enumerated(EnumType.STRING)
    private OutboxStatus status;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "queued_at")
    private Instant queuedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Column(name = "last_error")
    private @Nullable String lastError;

    protected OutboxMail() {}

    static OutboxMail of(CustomerId customer, MailKind kind, UUID subject, Instant now) {
        OutboxMail mail = new OutboxMail();
        mail.id = UUID.randomUUID();
        mail.messageId = UUID.randomUUID();
        mail.customerId = customer.value();
        mail.kind = kind;
        mail.subjectId = subject;
        mail.status = OutboxStatus.QUEUED;
        mail.nextAttemptAt = now;
        mail.createdAt = now;
        mail.queuedAt = now;
        return mail;
    }

    /**
     * Takes the mail for one attempt. If the node dies, the lease ends and another node takes it.
     *
     * @return when the lease ends: by this the node proves later that it still has the mail
     */
    Instant claim(Instant now, Duration lease) {
        attempts++;
        nextAttemptAt = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
        return nextAttemptAt;
    }

    /**
     * Whether a claim still holds. Each later one begins when its lease is over, and so ends after it; what is taken up
     * again or waits is due at another time.
     */
    boolean isHeldUntil(Instant end) {
        return isQueued() && nextAttemptAt.equals(end);
    }

    void cancel(Instant now) {
        finish(OutboxStatus.CANCELLED, now);
    }

    void retryAt(Instant next, String reason) {
        lastError = shortened(reason);
        nextAttemptAt = next;
    }

    /** @return whether that is news: what comes late does not undo what is known */
    boolean become(OutboxStatus next, Optional<String> reason, Instant now) {
        if (!status.mayBecome(next)) {
            return false;
        }
        lastError = reason.filter(text -> next.isFailure())
                .map(OutboxMail::shortened)
                .orElse(null);
        finish(next, now);
        return true;
    }

    /** Takes a mail up again that was given up, as if it were new. */
    void revive(Instant now) {
        status = OutboxStatus.QUEUED;
        attempts = 0;
        finishedAt = null;
        queuedAt = now;
        nextAttemptAt = now;
    }

    private void finish(OutboxStatus end, Instant now) {
        status = end;
        finishedAt = now;
    }

    boolean isQueued() {
        return status == OutboxStatus.QUEUED;
    }

    boolean isDead() {
        return status == OutboxStatus.DEAD;
    }

    MailNews news() {
        return new MailNews(subjectId, queuedAt, status.asDelivery(), lastError());
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }

    UUID id() {
        return id;
    }

    UUID messageId() {
        return messageId;
    }

    CustomerId customerId() {
        return new CustomerId(customerId);
    }

    MailKind kind() {
        return kind;
    }

    UUID subjectId() {
        return subjectId;
    }

    int attempts() {
        return attempts;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** When it was asked for, the first time or again. */
    Instant queuedAt() {
        return queuedAt;
    }

    OutboxStatus status() {
        return status;
    }

    Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }
}
