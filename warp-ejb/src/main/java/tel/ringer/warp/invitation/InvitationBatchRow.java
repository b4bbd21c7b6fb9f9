package tel.ringer.warp.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.access.TenantCondition;

/** One row of an upload: what was written, and what became of it. */
@Entity
@Table(schema = "auth", name = "invitation_batch_rows")
@Filter(
        name = ScopedTransaction.TENANT_FILTER,
        condition = TenantCondition.ON_CUSTOMER_ID,
        deduceAliasInjectionPoints = false)
class InvitationBatchRow {
    @EmbeddedId
    private Place place;

    /** In the condition of each update: the table's key begins with it. */
    @PartitionKey
    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Embedded
    private UploadedRow written;

    @Enumerated(EnumType.STRING)
    private @Nullable RowCode code;

    private @Nullable String field;

    @Column(name = "invitation_id")
    private @Nullable UUID invitationId;

    /** @param number from 1 */
    @Embeddable
    record Place(@Column(name = "batch_id") UUID batchId, @Column(name = "row_number") int number)
            implements Serializable {}

    protected InvitationBatchRow() {}

    static InvitationBatchRow of(InvitationBatch batch, int number, ReadRow read) {
        InvitationBatchRow row = new InvitationBatchRow();
        row.place = new Place(batch.id().value(), number);
        row.customerId = batch.customerId().value();
        row.written = read.written();
        read.refused().ifPresent(row::decide);
        return row;
    }

    void decide(RowVerdict verdict) {
        code = verdict.code();
        field = verdict.field().orElse(null);
        invitationId = verdict.invitation().map(InvitationId::value).orElse(null);
    }

    boolean isDecided() {
        return code != null;
    }

    UploadedRow written() {
        return written;
    }

    RowResult result() {
        return new RowResult(
                place.number(),
                written,
                Optional.ofNullable(code)
                        .map(known -> new RowVerdict(
                                known,
                                Optional.ofNullable(field),
                                Optional.ofNullable(invitationId).map(InvitationId::new))));
    }
}
