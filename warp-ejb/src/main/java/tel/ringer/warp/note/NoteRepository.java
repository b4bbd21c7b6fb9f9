package tel.ringer.warp.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import tel.ringer.warp.access.CustomerId;

/** Reads and writes the notes about a customer within the scope of the transaction. */
@ApplicationScoped
class NoteRepository {
    private static final String OF_CUSTOMER = "from Note n where n.customerId = :customer";

    @PersistenceContext
    private EntityManager entities;

    void add(Note note) {
        entities.persist(note);
        entities.flush();
    }

    void save() {
        entities.flush();
    }

    void remove(Note note) {
        entities.remove(note);
        entities.flush();
    }

    Optional<Note> find(CustomerId customer, NoteId id) {
        return one(customer, id).getResultStream().findFirst();
    }

    /** The row alone to its transaction until the end. */
    Optional<Note> lock(CustomerId customer, NoteId id) {
        return one(customer, id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<Note> one(CustomerId customer, NoteId id) {
        return entities.createQuery("select n " + OF_CUSTOMER + " and n.id = :id", Note.class)
                .setParameter("customer", customer.value())
                .setParameter("id", id.value());
    }

    /** Up to one row more than the limit. */
    List<Note> list(CustomerId customer, NoteQuery query) {
        String after = query.page().after().isEmpty() ? "" : " and (n.createdAt, n.id) < (:at, :id)";
        TypedQuery<Note> rows = entities.createQuery(
                "select n " + matching(query) + after + " order by n.createdAt desc, n.id desc", Note.class);
        query.page().after().ifPresent(cursor -> rows.setParameter("at", cursor.instant())
                .setParameter("id", cursor.id()));
        return bound(rows, customer, query)
                .setMaxResults(query.page().limit() + 1)
                .getResultList();
    }

    long count(CustomerId customer, NoteQuery query) {
        return bound(entities.createQuery("select count(n) " + matching(query), Long.class), customer, query)
                .getSingleResult();
    }

    private static String matching(NoteQuery query) {
        return OF_CUSTOMER + query.kind().map(kind -> " and n.kind = :kind").orElse("");
    }

    private static <T> TypedQuery<T> bound(TypedQuery<T> rows, CustomerId customer, NoteQuery query) {
        rows.setParameter("customer", customer.value());
        query.kind().ifPresent(kind -> rows.setParameter("kind", kind));
        return rows;
    }
}
