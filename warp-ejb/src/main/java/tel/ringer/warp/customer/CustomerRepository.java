package tel.ringer.warp.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tel.ringer.warp.access.CustomerId;

/** Reads customers within the scope of the transaction. */
@ApplicationScoped
class CustomerRepository {
    private static final String SEARCHED =
            " and lower(c.companyName || ' ' || coalesce(c.legalName, '') || ' ' || c.ban) like :search escape '\\'";

    @PersistenceContext
    private EntityManager entities;

    Optional<Customer> find(CustomerId id) {
        return Optional.ofNullable(entities.find(Customer.class, id.value()));
    }

    Optional<Customer> find(Ban ban) {
        return entities.createQuery("select c from Customer c where c.ban = :ban", Customer.class)
                .setParameter("ban", ban.value())
                .getResultStream()
                .findFirst();
    }

    /** Up to one row more than the limit. */
    List<Customer> list(CustomerQuery query) {
        String after = query.page().after().isEmpty() ? "" : " and (lower(c.companyName), c.id) > (:key, :id)";
        TypedQuery<Customer> rows = entities.createQuery(
                "select c from Customer c" + matches(query) + after + " order by lower(c.companyName), c.id",
                Customer.class);
        query.page().after().ifPresent(cursor -> rows.setParameter("key", cursor.key())
                .setParameter("id", cursor.id()));
        return matching(rows, query).setMaxResults(query.page().limit() + 1).getResultList();
    }

    long count(CustomerQuery query) {
        return matching(entities.createQuery("select count(c) from Customer c" + matches(query), Long.class), query)
                .getSingleResult();
    }

    private static String matches(CustomerQuery query) {
        return " where " + query.status().map(status -> "c.status = :status").orElse("1 = 1")
                + query.search().map(text -> SEARCHED).orElse("");
    }

    private static <T> TypedQuery<T> matching(TypedQuery<T> rows, CustomerQuery query) {
        query.status().ifPresent(status -> rows.setParameter("status", status));
        query.search().ifPresent(text -> rows.setParameter("search", containing(text)));
        return rows;
    }

    private static String containing(String text) {
        String literal = text.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + literal + "%";
    }
}
