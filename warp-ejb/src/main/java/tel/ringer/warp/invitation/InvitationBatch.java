package tel.ringer.warp.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.access.TenantCondition;
import tel.ringer.warp.access.UserId;

/** One upload of people to invite. Its rows are processed in their order, by whoever holds the lock of this one. */
@Entity
@Table(schema = "auth", name = "invitation_batches")
@Filter(
        name = ScopedTransaction.TENANT_FILTER,
        condition = TenantCondition.ON_CUSTOMER_ID,
        deduceAliasInjectionPoints = false)
public class InvitationBatch {
    @Id
    private UUID id;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Column(name = "uploaded_by", updatable = false)
    private UUID uploadedBy;

    @Column(name = "uploaded_by_name", updatable = false)
    private String uploadedByName;

    @Enumerated(EnumType.STRING)
    private BatchStatus status;

    @Column(name = "row_count", updatable = false)
    private int rowCount;

    private int processed;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    protected InvitationBatch() {}

    static InvitationBatch of(CustomerId customer, Inviter uploader, int rowCount, Instant now) {
        InvitationBatch batch = new InvitationBatch();
        batch.id = UUID.randomUUID();
        batch.customerId = customer.value();
        batch.uploadedBy = uploader.user().value();
        batch.uploadedByName = uploader.name();
        batch.status = BatchStatus.QUEUED;
        batch.rowCount = rowCount;
        batch.createdAt = now;
        return batch;
    }

    /** @param rows how many more are decided */
    void advance(int rows, Instant now) {
        processed += rows;
        status = BatchStatus.RUNNING;
        if (processed == rowCount) {
            finish(BatchStatus.DONE, now);
        }
    }

    /** All rows are decided. */
    void finish(BatchStatus end, Instant now) {
        processed = rowCount;
        status = end;
        finishedAt = now;
    }

    public boolean isFinished() {
        return finishedAt != null;
    }

    /** The uploader under the name of that time. */
    Inviter uploader() {
        return new Inviter(uploadedBy(), uploadedByName);
    }

    public InvitationBatchId id() {
        return new InvitationBatchId(id);
    }

    public CustomerId customerId() {
        return new CustomerId(customerId);
    }

    public UserId uploadedBy() {
        return new UserId(uploadedBy);
    }

    public String uploadedByName() {
        return uploadedByName;
    }

    public BatchStatus status() {
        return status;
    }

    public int rowCount() {
        return rowCount;
    }

    /** How many rows are decided, from the first. */
    public int processed() {
        return processed;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }
}
