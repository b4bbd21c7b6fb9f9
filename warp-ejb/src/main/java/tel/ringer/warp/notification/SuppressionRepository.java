package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.paging.SearchText;

/** Reads and writes which addresses get no more mail. */
@ApplicationScoped
class SuppressionRepository {
    @PersistenceContext
    private EntityManager entities;

    /** @return whether it was not there yet; the first reason stays */
    boolean add(UUID id, String address, SuppressionReason reason, Instant now) {
        // Who may not read them may still add one, so that nothing is named by which PostgreSQL would have to look.
        return entities.createNativeQuery(
                                """
                        insert into notification.suppressions (id, address, reason, created_at)
                        values (:id, :address, :reason, :now) on conflict do nothing
                        """)
                        .setParameter("id", id)
                        .setParameter("address", address)
                        .setParameter("reason", reason.name())
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    /** As it is written, or as it is kept of somebody who was erased. */
    boolean contains(String address) {
        return (boolean) entities.createNativeQuery(
                        """
                        select exists (select 1 from notification.suppressions s
                                       where s.address in (:address, notification.hidden(:address)))
                        """,
                        Boolean.class)
                .setParameter("address", address)
                .getSingleResult();
    }

    Optional<Suppression> lock(UUID id) {
        return Optional.ofNullable(entities.find(Suppression.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void remove(Suppression suppression) {
        entities.remove(suppression);
    }

    /** Up to one row more than the limit. */
    List<Suppression> list(SuppressionQuery query) {
        String after = query.page().after().isEmpty() ? "" : " and (s.createdAt, s.id) < (:at, :id)";
        TypedQuery<Suppression> rows = entities.createQuery(
                "select s from Suppression s " + matches(query) + after + " order by s.createdAt desc, s.id desc",
                Suppression.class);
        query.page().after().ifPresent(cursor -> rows.setParameter("at", cursor.instant())
                .setParameter("id", cursor.id()));
        return matching(rows, query).setMaxResults(query.page().limit() + 1).getResultList();
    }

    long count(SuppressionQuery query) {
        return matching(entities.createQuery("select count(s) from Suppression s " + matches(query), Long.class), query)
                .getSingleResult();
    }

    private static String matches(SuppressionQuery query) {
        return "where 1 = 1"
                + query.reason().map(reason -> " and s.reason = :reason").orElse("")
                + query.search()
                        .map(text -> " and lower(s.address) like lower(:search) escape '\\'")
                        .orElse("");
    }

    private static <T> TypedQuery<T> matching(TypedQuery<T> rows, SuppressionQuery query) {
        query.reason().ifPresent(reason -> rows.setParameter("reason", reason));
        query.search().ifPresent(text -> rows.setParameter("search", SearchText.containing(text)));
        return rows;
    }
}
