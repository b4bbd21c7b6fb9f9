package tel.ringer.warp.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.paging.SearchText;

/** Reads customers within the scope of the transaction. */
@ApplicationScoped
class CustomerRepository {
    private static final String SEARCHED =
            " and lower(c.companyName || ' ' || coalesce(c.legalName, '') || ' ' || c.ban) like :search escape '\\'";

    private static final String OF_ALL = "Customer c where 1 = 1";
    private static final String OF_GRANTS =
            "Grant g join Customer c on c.id = g.id.customerId where g.id.userId = :user";

    @PersistenceContext
    private EntityManager entities;

    Optional<Customer> find(CustomerId id) {
        return Optional.ofNullable(entities.find(Customer.class, id.value()));
    }

    /** The customer alone to this transaction until its end. */
    Optional<Customer> lock(CustomerId id) {
        return Optional.ofNullable(entities.find(Customer.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Writes the bare row. A foreign customer's number is not to be seen, but it is taken: the database alone knows.
     *
     * @return whether the number was free
     */
    boolean add(Customer customer, Ban ban) {
        return entities.createNativeQuery(
                                """
                        insert into accounts.customers
                          (id, ban, company_name, customer_type, status, created_at, created_by, updated_at, updated_by)
                        values (:id, :ban, :name, :type, :status, :now, :by, :now, :by)
                        on conflict do nothing
                        """)
                        .setParameter("id", customer.id().value())
                        .setParameter("ban", ban.value())
                        .setParameter("name", customer.companyName())
                        .setParameter("type", customer.customerType().name())
                        .setParameter("status", customer.status().name())
                        .setParameter("now", customer.createdAt())
                        .setParameter(
                                "by", customer.createdBy().map(UserId::value).orElseThrow())
                        .executeUpdate()
                == 1;
    }

    /** Writes what has changed, and with it the next revision. */
    void write() {
        entities.flush();
    }

    Optional<Customer> find(Ban ban) {
        return entities.createQuery("select c from Customer c where c.ban = :ban", Customer.class)
                .setParameter("ban", ban.value())
                .getResultStream()
                .findFirst();
    }

    /**
     * Up to one row more than the limit. Who is confined to grants is served in the order of these: the customers' own
     * order would be walked past everybody else's.
     */
    List<Customer> list(CustomerScope scope, CustomerQuery query) {
        return scope instanceof CustomerScope.Granted granted
                ? page(OF_GRANTS, "g.companySort, g.id.customerId", query)
                        .setParameter("user", granted.user().value())
                        .getResultList()
                : page(OF_ALL, "lower(c.companyName), c.id", query).getResultList();
    }

    private TypedQuery<Customer> page(String customers, String order, CustomerQuery query) {
        String after = query.page().after().isEmpty() ? "" : " and (" + order + ") > (:key, :id)";
        TypedQuery<Customer> rows = entities.createQuery(
                "select c from " + customers + matches(query) + after + " order by " + order, Customer.class);
        query.page().after().ifPresent(cursor -> rows.setParameter("key", cursor.key())
                .setParameter("id", cursor.id()));
        return matching(rows, query).setMaxResults(query.page().limit() + 1);
    }

    long count(CustomerQuery query) {
        return matching(entities.createQuery("select count(c) from " + OF_ALL + matches(query), Long.class), query)
                .getSingleResult();
    }

    private static String matches(CustomerQuery query) {
        return query.status().map(status -> " and c.status = :status").orElse("")
                + query.search().map(text -> SEARCHED).orElse("");
    }

    private static <T> TypedQuery<T> matching(TypedQuery<T> rows, CustomerQuery query) {
        query.status().ifPresent(status -> rows.setParameter("status", status));
        query.search().ifPresent(text -> rows.setParameter("search", SearchText.containing(text)));
        return rows;
    }
}
