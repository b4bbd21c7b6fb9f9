package tel.ringer.warp.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;

/** A mail to send: committed with the change that it tells of, composed when it is dispatched. Holds no secret. */
@Entity
@Table(schema = "notification", name = "outbox")
class OutboxMail {
    private static final int LONGEST_ERROR = 500;

    @Id
    private UUID id;

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

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Column(name = "last_error")
    private @Nullable String lastError;

    protected OutboxMail() {}

    static OutboxMail of(CustomerId customer, MailKind kind, UUID subject, Instant now) {
        OutboxMail mail = new OutboxMail();
        mail.id = UUID.randomUUID();
        mail.customerId = customer.value();
        mail.kind = kind;
        mail.subjectId = subject;
        mail.status = OutboxStatus.QUEUED;
        mail.nextAttemptAt = now;
        mail.createdAt = now;
        return mail;
    }

    /** Takes the mail for one attempt. If the node dies, the lease ends and another node takes it. */
    void claim(Instant now, Duration lease) {
        attempts++;
        nextAttemptAt = now.plus(lease);
    }

    void sent(Instant now) {
        finish(OutboxStatus.SENT, now);
    }

    void cancel(Instant now) {
        finish(OutboxStatus.CANCELLED, now);
    }

    void die(String reason, Instant now) {
        lastError = shortened(reason);
        finish(OutboxStatus.DEAD, now);
    }

    void retryAt(Instant next, String reason) {
        lastError = shortened(reason);
        nextAttemptAt = next;
    }

    private void finish(OutboxStatus end, Instant now) {
        status = end;
        finishedAt = now;
    }

    boolean isQueued() {
        return status == OutboxStatus.QUEUED;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }

    UUID id() {
        return id;
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
}
