package tel.ringer.warp.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.Grant;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.paging.SearchText;

/** Reads the people of a customer within the scope of the transaction. */
@ApplicationScoped
class MemberRepository {
    private static final String ROWS =
            """
            select new tel.ringer.warp.member.MemberRow(u, g, lower(u.displayName))
            """;
    private static final String OF_CUSTOMER =
            """
            from Grant g join User u on u.id = g.id.userId where g.id.customerId = :customer
            """;
    private static final String BESIDE_STAFF = OF_CUSTOMER + " and u.userTypeId is null order by u.id";
    private static final String SEARCHED =
            " and lower(u.displayName || ' ' || u.email) like lower(:search) escape '\\'";

    @PersistenceContext
    private EntityManager entities;

    Optional<MemberRow> find(CustomerId customer, UserId user) {
        return entities.createQuery(ROWS + OF_CUSTOMER + " and u.id = :user", MemberRow.class)
                .setParameter("customer", customer.value())
                .setParameter("user", user.value())
                .getResultStream()
                .findFirst();
    }

    /** Those who are none of the operator's staff. */
    List<MemberRow> findBesideStaff(CustomerId customer) {
        return entities.createQuery(ROWS + BESIDE_STAFF, MemberRow.class)
                .setParameter("customer", customer.value())
                .getResultList();
    }

    /** What they hold, alone to this transaction until its end. */
    void lockBesideStaff(CustomerId customer) {
        entities.createQuery(
                        """
                        select g from Grant g where g.id.customerId = :customer
                          and g.id.userId in (select u.id from User u where u.userTypeId is null) order by g.id.userId
                        """,
                        Grant.class)
                .setParameter("customer", customer.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Up to one row more than the limit. */
    List<MemberRow> list(CustomerId customer, MemberQuery query) {
        String after = query.page().after().isEmpty() ? "" : " and (lower(u.displayName), u.id) > (:key, :id)";
        TypedQuery<MemberRow> rows = entities.createQuery(
                ROWS + matching(query) + after + " order by lower(u.displayName), u.id", MemberRow.class);
        query.page().after().ifPresent(cursor -> rows.setParameter("key", cursor.key())
                .setParameter("id", cursor.id()));
        return bound(rows, customer, query)
                .setMaxResults(query.page().limit() + 1)
                .getResultList();
    }

    long count(CustomerId customer, MemberQuery query) {
        return bound(entities.createQuery("select count(g) " + matching(query), Long.class), customer, query)
                .getSingleResult();
    }

    private static String matching(MemberQuery query) {
        return OF_CUSTOMER
                + query.role().map(role -> " and g.role = :role").orElse("")
                + query.status().map(status -> " and u.status = :status").orElse("")
                + query.search().map(text -> SEARCHED).orElse("");
    }

    private static <T> TypedQuery<T> bound(TypedQuery<T> rows, CustomerId customer, MemberQuery query) {
        rows.setParameter("customer", customer.value());
        query.role().ifPresent(role -> rows.setParameter("role", role));
        query.status().ifPresent(status -> rows.setParameter("status", status));
        query.search().ifPresent(text -> rows.setParameter("search", SearchText.containing(text)));
        return rows;
    }
}
