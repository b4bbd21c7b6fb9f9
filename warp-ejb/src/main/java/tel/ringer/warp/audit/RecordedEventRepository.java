package tel.ringer.warp.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.paging.Cursor;
import tel.ringer.warp.paging.PageRequest;

/** Reads events within the scope of the transaction. */
@ApplicationScoped
class RecordedEventRepository {

    @PersistenceContext
    private EntityManager entities;

    /** Up to one row more than the limit. */
    List<RecordedEvent> newest(EventFilter filter, PageRequest page) {
        return rows(filter, page.after(), "<", "desc")
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }

    List<RecordedEvent> oldest(EventFilter filter, Optional<Cursor> after, int most) {
        return rows(filter, after, ">", "asc").setMaxResults(most).getResultList();
    }

    /** Empty if it is none or more than one. */
    @SuppressWarnings("unchecked")
    Optional<CustomerId> onlyCustomerInReach() {
        List<UUID> reached = entities.createNativeQuery(
                        "select customer_id from auth.caller_customers limit 2", UUID.class)
                .getResultList();
        return reached.size() == 1 ? Optional.of(new CustomerId(reached.get(0))) : Optional.empty();
    }

    long count(EventFilter filter) {
        return matching(
                        entities.createQuery("select count(e) from RecordedEvent e " + matches(filter), Long.class),
                        filter)
                .getSingleResult();
    }

    private TypedQuery<RecordedEvent> rows(EventFilter filter, Optional<Cursor> after, String beyond, String way) {
        String place = after.isEmpty() ? "" : " and (e.occurredAt, e.id) " + beyond + " (:at, :id)";
        TypedQuery<RecordedEvent> rows = entities.createQuery(
                "select e from RecordedEvent e " + matches(filter) + place + " order by e.occurredAt " + way + ", e.id "
                        + way,
                RecordedEvent.class);
        after.ifPresent(cursor -> rows.setParameter("at", cursor.instant()).setParameter("id", cursor.id()));
        return matching(rows, filter);
    }

    private static String matches(EventFilter filter) {
        return "where 1 = 1"
                + filter.customer().map(id -> " and e.customerId = :customer").orElse("")
                + filter.actor().map(id -> " and e.actorId = :actor").orElse("")
                + filter.action().map(name -> " and e.action = :action").orElse("")
                + filter.subject().map(id -> " and e.subjectId = :subject").orElse("")
                + filter.from().map(at -> " and e.occurredAt >= :from").orElse("")
                + filter.to().map(at -> " and e.occurredAt < :to").orElse("");
    }

    private static <T> TypedQuery<T> matching(TypedQuery<T> rows, EventFilter filter) {
        filter.customer().ifPresent(id -> rows.setParameter("customer", id.value()));
        filter.actor().ifPresent(id -> rows.setParameter("actor", id.value()));
        filter.action().ifPresent(name -> rows.setParameter("action", name));
        filter.subject().ifPresent(id -> rows.setParameter("subject", id));
        filter.from().ifPresent(at -> rows.setParameter("from", at));
        filter.to().ifPresent(at -> rows.setParameter("to", at));
        return rows;
    }
}
