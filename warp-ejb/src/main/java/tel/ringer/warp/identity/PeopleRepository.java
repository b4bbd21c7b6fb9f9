package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.paging.SearchText;

/** Reads people as those who administer them: who has a grant at a customer within the scope, and nobody else. */
@ApplicationScoped
class PeopleRepository {
    /** The tenant filter confines the grants, and so the people; who holds everything sees those without one too. */
    private static final String OF_CUSTOMERS = " and u.id in (select g.id.userId from Grant g)";

    private static final String SEARCHED =
            " and lower(u.displayName || ' ' || u.email) like lower(:search) escape '\\'";
    private static final String OF_TYPE = " and u.userTypeId in (select t.id from UserTypeName t where t.name = :type)";

    @PersistenceContext
    private EntityManager entities;

    Optional<User> find(CustomerScope scope, UserId id) {
        return entities.createQuery("select u from User u where u.id = :id" + within(scope), User.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** Of whoever asks, whatever customers they reach. */
    Optional<User> own(CustomerScope scope) {
        return scope.person().map(id -> entities.find(User.class, id.value()));
    }

    /** The row of whoever asks, alone to its transaction until the end. */
    Optional<User> lockOwn(CustomerScope scope) {
        return scope.person().flatMap(this::lock);
    }

    /** The row alone to its transaction until the end. */
    Optional<User> lock(UserId id) {
        return Optional.ofNullable(entities.find(User.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Up to one row more than the limit. */
    List<User> list(CustomerScope scope, UserQuery query) {
        String after = query.page().after().isEmpty() ? "" : " and (u.emailNormalised, u.id) > (:key, :id)";
        TypedQuery<User> rows = entities.createQuery(
                "select u from User u" + matches(scope, query) + after + " order by u.emailNormalised, u.id",
                User.class);
        query.page().after().ifPresent(cursor -> rows.setParameter("key", cursor.key())
                .setParameter("id", cursor.id()));
        return matching(rows, query).setMaxResults(query.page().limit() + 1).getResultList();
    }

    long count(CustomerScope scope, UserQuery query) {
        return matching(entities.createQuery("select count(u) from User u" + matches(scope, query), Long.class), query)
                .getSingleResult();
    }

    /** What the person holds at the customers of the scope. */
    List<GrantRow> grantsOf(UserId user, int most) {
        return entities.createQuery(
                        """
                        select new tel.ringer.warp.identity.GrantRow(g, c.id, c.ban, c.companyName)
                        from Grant g join Customer c on c.id = g.id.customerId
                        where g.id.userId = :user
                        order by lower(c.companyName), c.id
                        """,
                        GrantRow.class)
                .setParameter("user", user.value())
                .setMaxResults(most)
                .getResultList();
    }

    private static String matches(CustomerScope scope, UserQuery query) {
        return " where 1 = 1" + within(scope)
                + query.status().map(status -> " and u.status = :status").orElse("")
                + query.userType().map(name -> OF_TYPE).orElse("")
                + query.search().map(text -> SEARCHED).orElse("");
    }

    private static String within(CustomerScope scope) {
        return scope instanceof CustomerScope.All ? "" : OF_CUSTOMERS;
    }

    private static <T> TypedQuery<T> matching(TypedQuery<T> rows, UserQuery query) {
        query.status().ifPresent(status -> rows.setParameter("status", status));
        query.userType().ifPresent(name -> rows.setParameter("type", name));
        query.search().ifPresent(text -> rows.setParameter("search", SearchText.containing(text)));
        return rows;
    }
}
