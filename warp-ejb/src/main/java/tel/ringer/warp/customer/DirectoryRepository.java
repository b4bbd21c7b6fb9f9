package tel.ringer.warp.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.paging.Cursor;
import tel.ringer.warp.paging.SearchText;

/** Lists customers within the scope of the transaction. */
@ApplicationScoped
class DirectoryRepository {
    private static final String SEARCHED =
            " and lower(c.companyName || ' ' || coalesce(c.legalName, '') || ' ' || c.ban) like lower(:search) escape '\\'";

    private static final String OF_ALL = "Customer c where 1 = 1";
    private static final String OF_GRANTS =
            "Grant g join Customer c on c.id = g.id.customerId where g.id.userId = :user";

    private static final String FOUND =
            """
            select {c.*}, c.company_sort as name_key
            from accounts.find_customers(:search, cast(:status as text), cast(:type as text), :sort, :descending,
                                         cast(:key as text), cast(:id as uuid), :most) with ordinality as f (id, place)
            join accounts.customers c on c.id = f.id
            order by f.place
            """;
    private static final String COUNTED =
            "select accounts.count_customers(:search, cast(:status as text), cast(:type as text)) as found";

    @PersistenceContext
    private EntityManager entities;

    /**
     * Up to one row more than the limit. Who is confined to grants is served from these, in their order if that is the
     * one: the customers' own order would be walked past everybody else's.
     *
     * @throws tel.ringer.warp.problem.ProblemException malformed, {@code invalid_cursor}
     */
    List<CustomerRow> list(CustomerScope scope, CustomerQuery query) {
        if (scope instanceof CustomerScope.Granted granted) {
            return page(scope, OF_GRANTS, "g.id.customerId", query)
                    .setParameter("user", granted.user().value())
                    .getResultList();
        }
        return query.search().isPresent()
                ? found(query)
                : page(scope, OF_ALL, "c.id", query).getResultList();
    }

    private TypedQuery<CustomerRow> page(CustomerScope scope, String customers, String id, CustomerQuery query) {
        String key = query.sort().expression(scope);
        boolean descending = query.sort().descending();
        String after = query.page().after().isEmpty()
                ? ""
                : " and (" + key + ", " + id + ")" + (descending ? " < " : " > ") + "(:key, :id)";
        TypedQuery<CustomerRow> rows = rows(
                scope,
                customers
                        + matches(query)
                        + query.search().map(text -> SEARCHED).orElse("")
                        + after,
                id,
                query);
        query.page().after().ifPresent(cursor -> rows.setParameter(
                        "key", query.sort().keyAt(cursor))
                .setParameter("id", cursor.id()));
        query.search().ifPresent(text -> rows.setParameter("search", SearchText.containing(text)));
        return matching(rows, query).setMaxResults(query.page().limit() + 1);
    }

    private TypedQuery<CustomerRow> rows(CustomerScope scope, String customers, String id, CustomerQuery query) {
        String way = query.sort().descending() ? " desc" : "";
        String name = CustomerSort.BY_NAME.expression(scope);
        return entities.createQuery(
                "select new tel.ringer.warp.customer.CustomerRow(c, " + name + ") from " + customers + " order by "
                        + query.sort().expression(scope) + way + ", " + id + way,
                CustomerRow.class);
    }

    /**
     * The database finds them, since no policy lets a search use an index; what it found is read as anything is, in the
     * same statement: what moved between two would take the place of others.
     */
    private List<CustomerRow> found(CustomerQuery query) {
        Optional<Cursor> after = query.page().after();
        return searched(FOUND, query)
                .addEntity("c", Customer.class)
                .addScalar("name_key", String.class)
                .setParameter("sort", query.sort().key().word())
                .setParameter("descending", query.sort().descending())
                .setParameter(
                        "key",
                        after.map(query.sort()::keyAt).map(Object::toString).orElse(null))
                .setParameter("id", after.map(Cursor::id).map(UUID::toString).orElse(null))
                .setParameter("most", query.page().limit() + 1)
                .getResultStream()
                .map(row -> new CustomerRow((Customer) row[0], (String) row[1]))
                .toList();
    }

    long count(CustomerScope scope, CustomerQuery query) {
        if (query.search().isPresent() && !(scope instanceof CustomerScope.Granted)) {
            return (long)
                    searched(COUNTED, query).addScalar("found", Long.class).getSingleResult()[0];
        }
        TypedQuery<Long> rows = entities.createQuery(
                "select count(c) from " + OF_ALL + matches(query)
                        + query.search().map(text -> SEARCHED).orElse(""),
                Long.class);
        query.search().ifPresent(text -> rows.setParameter("search", SearchText.containing(text)));
        return matching(rows, query).getSingleResult();
    }

    private NativeQuery<Object[]> searched(String sql, CustomerQuery query) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .setParameter("search", SearchText.containing(query.search().orElseThrow()))
                .setParameter("status", query.status().map(Enum::name).orElse(null))
                .setParameter("type", query.type().map(Enum::name).orElse(null));
    }

    private static String matches(CustomerQuery query) {
        return query.status().map(status -> " and c.status = :status").orElse("")
                + query.type().map(type -> " and c.customerType = :type").orElse("");
    }

    private static <T> TypedQuery<T> matching(TypedQuery<T> rows, CustomerQuery query) {
        query.status().ifPresent(status -> rows.setParameter("status", status));
        query.type().ifPresent(type -> rows.setParameter("type", type));
        return rows;
    }
}
