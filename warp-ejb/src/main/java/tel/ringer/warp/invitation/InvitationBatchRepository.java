package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.Session;
import tel.ringer.warp.access.CustomerId;

/** Reads and writes uploads and their rows within the scope of the transaction. */
@ApplicationScoped
class InvitationBatchRepository {
    private static final int AT_ONCE = 100;

    @PersistenceContext
    private EntityManager entities;

    /** Keeps no more rows in memory than are sent at once. */
    void add(InvitationBatch batch, List<ReadRow> rows) {
        entities.unwrap(Session.class).setJdbcBatchSize(AT_ONCE);
        entities.persist(batch);
        entities.flush();
        for (int i = 0; i < rows.size(); i++) {
            entities.persist(InvitationBatchRow.of(batch, i + 1, rows.get(i)));
            if ((i + 1) % AT_ONCE == 0) {
                sendAndForgetRows();
            }
        }
        sendAndForgetRows();
    }

    private void sendAndForgetRows() {
        entities.flush();
        entities.clear();
    }

    Optional<InvitationBatch> find(InvitationBatchId id) {
        return Optional.ofNullable(entities.find(InvitationBatch.class, id.value()));
    }

    Optional<InvitationBatch> lock(InvitationBatchId id) {
        return Optional.ofNullable(entities.find(InvitationBatch.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those that are not finished; each alone to its transaction until the end. */
    List<InvitationBatch> lockOpen(CustomerId customer) {
        return entities.createQuery(
                        "select b from InvitationBatch b where b.customerId = :customer and b.finishedAt is null order by b.id",
                        InvitationBatch.class)
                .setParameter("customer", customer.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Empty, too, if somebody else is just at work on it. */
    Optional<InvitationBatch> lockUnlessBusy(InvitationBatchId id) {
        return entities.unwrap(Session.class)
                .createSelectionQuery("select b from InvitationBatch b where b.id = :id", InvitationBatch.class)
                .setParameter("id", id.value())
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultStream()
                .findFirst();
    }

    /** The oldest of each customer with rows that wait: nobody's many uploads keep another customer's waiting. */
    List<InvitationBatch> findOpen(int most) {
        return entities.createQuery(
                        """
                        select b from InvitationBatch b
                        where b.finishedAt is null and not exists (
                          select o.id from InvitationBatch o
                          where o.customerId = b.customerId and o.finishedAt is null
                            and (o.createdAt, o.id) < (b.createdAt, b.id))
                        order by b.createdAt
                        """,
                        InvitationBatch.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** Those that were finished longer ago and that nobody else is just removing. */
    List<InvitationBatch> lockFinishedBefore(Instant now, Duration keepFor, int most) {
        return entities.unwrap(Session.class)
                .createSelectionQuery(
                        "select b from InvitationBatch b where b.finishedAt < :before order by b.finishedAt",
                        InvitationBatch.class)
                .setParameter("before", now.minus(keepFor))
                .setMaxResults(most)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
    }

    void remove(InvitationBatch batch) {
        entities.remove(batch);
    }

    /** The rows that follow what is processed. */
    List<InvitationBatchRow> next(InvitationBatch batch, int most) {
        entities.unwrap(Session.class).setJdbcBatchSize(AT_ONCE);
        return rows(batch, "", batch.processed(), most).getResultList();
    }

    List<InvitationBatchRow> list(InvitationBatch batch, Optional<RowCode> code, int after, int most) {
        TypedQuery<InvitationBatchRow> rows =
                rows(batch, code.map(known -> " and r.code = :code").orElse(""), after, most);
        code.ifPresent(known -> rows.setParameter("code", known));
        return rows.getResultList();
    }

    /** Those that were decided and not invited. */
    List<InvitationBatchRow> refused(InvitationBatch batch) {
        return rows(batch, " and r.code <> INVITED", 0, Integer.MAX_VALUE).getResultList();
    }

    private TypedQuery<InvitationBatchRow> rows(InvitationBatch batch, String condition, int after, int most) {
        return entities.createQuery(
                        "select r from InvitationBatchRow r where r.customerId = :customer and r.place.batchId = :batch"
                                + " and r.place.number > :after" + condition + " order by r.place.number",
                        InvitationBatchRow.class)
                .setParameter("customer", batch.customerId().value())
                .setParameter("batch", batch.id().value())
                .setParameter("after", after)
                .setMaxResults(most);
    }

    Map<RowCode, Long> counts(InvitationBatch batch) {
        Map<RowCode, Long> counts = new EnumMap<>(RowCode.class);
        entities.createQuery(
                        """
                        select r.code, count(r) from InvitationBatchRow r
                        where r.customerId = :customer and r.place.batchId = :batch and r.code is not null group by r.code
                        """,
                        Tuple.class)
                .setParameter("customer", batch.customerId().value())
                .setParameter("batch", batch.id().value())
                .getResultList()
                .forEach(row -> counts.put(row.get(0, RowCode.class), row.get(1, Long.class)));
        return counts;
    }

    /** What waits comes to this, all at once. */
    void decideTheRest(InvitationBatch batch, RowCode code) {
        entities.createQuery(
                        """
                        update InvitationBatchRow r set r.code = :code
                        where r.customerId = :customer and r.place.batchId = :batch and r.code is null
                        """)
                .setParameter("customer", batch.customerId().value())
                .setParameter("batch", batch.id().value())
                .setParameter("code", code)
                .executeUpdate();
    }
}
