package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.SortKey;

/** Reads the mails that were given up, within the scope of the transaction. */
@ApplicationScoped
class DeadLetterRepository {
    @PersistenceContext
    private EntityManager entities;

    /** Up to one row more than the limit. */
    List<OutboxMail> list(CustomerScope scope, DeadLetterQuery query) {
        String after = query.page().after().isEmpty() ? "" : " and (m.finishedAt, m.id) < (:at, :id)";
        TypedQuery<OutboxMail> rows = entities.createQuery(
                "select m from OutboxMail m " + matches(query) + after + " order by "
                        + SortKey.of(scope, "m.finishedAt") + " desc, m.id desc",
                OutboxMail.class);
        query.page().after().ifPresent(cursor -> rows.setParameter("at", cursor.instant())
                .setParameter("id", cursor.id()));
        return matching(rows, query).setMaxResults(query.page().limit() + 1).getResultList();
    }

    long count(DeadLetterQuery query) {
        return matching(entities.createQuery("select count(m) from OutboxMail m " + matches(query), Long.class), query)
                .getSingleResult();
    }

    private static String matches(DeadLetterQuery query) {
        return "where m.status = DEAD"
                + query.customer().map(id -> " and m.customerId = :customer").orElse("")
                + query.kind().map(kind -> " and m.kind = :kind").orElse("");
    }

    private static <T> TypedQuery<T> matching(TypedQuery<T> rows, DeadLetterQuery query) {
        query.customer().ifPresent(id -> rows.setParameter("customer", id.value()));
        query.kind().ifPresent(kind -> rows.setParameter("kind", kind));
        return rows;
    }
}
