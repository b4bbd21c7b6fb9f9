package tel.ringer.warp.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import tel.ringer.warp.access.CustomerId;

/** Reads and writes the API keys of a customer within the scope of the transaction. */
@ApplicationScoped
class ApiKeyRepository {
    private static final String ROWS =
            """
            select new tel.ringer.warp.apikey.ApiKeyRow(k, g.userTypeId, instant)
            from ApiKey k left join Grant g on g.id.customerId = k.customerId and g.id.userId = k.id
            where k.customerId = :customer
            """;

    @PersistenceContext
    private EntityManager entities;

    /** The account is there when this returns. */
    void add(ApiKey key) {
        entities.persist(key);
        entities.flush();
    }

    void save() {
        entities.flush();
    }

    Optional<ApiKeyRow> find(CustomerId customer, ApiKeyId id) {
        return entities.createQuery(ROWS + " and k.id = :id", ApiKeyRow.class)
                .setParameter("customer", customer.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** The row alone to its transaction until the end. */
    Optional<ApiKeyRow> lock(CustomerId customer, ApiKeyId id) {
        entities.createQuery("select k from ApiKey k where k.customerId = :customer and k.id = :id", ApiKey.class)
                .setParameter("customer", customer.value())
                .setParameter("id", id.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        return find(customer, id);
    }

    List<ApiKeyRow> findUnrevoked(CustomerId customer) {
        return entities.createQuery(ROWS + " and k.revokedAt is null order by k.id", ApiKeyRow.class)
                .setParameter("customer", customer.value())
                .getResultList();
    }

    /** Each row alone to this transaction until its end. */
    void lockUnrevoked(CustomerId customer) {
        entities.createQuery(
                        "select k from ApiKey k where k.customerId = :customer and k.revokedAt is null order by k.id",
                        ApiKey.class)
                .setParameter("customer", customer.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Up to one row more than the limit. */
    List<ApiKeyRow> list(CustomerId customer, ApiKeyQuery query) {
        String after = query.page().after().isEmpty() ? "" : " and (k.createdAt, k.id) < (:at, :id)";
        TypedQuery<ApiKeyRow> rows = entities.createQuery(
                ROWS + matching(query) + after + " order by k.createdAt desc, k.id desc", ApiKeyRow.class);
        query.page().after().ifPresent(cursor -> rows.setParameter("at", cursor.instant())
                .setParameter("id", cursor.id()));
        return bound(rows, customer, query)
                .setMaxResults(query.page().limit() + 1)
                .getResultList();
    }

    long count(CustomerId customer, ApiKeyQuery query) {
        return bound(
                        entities.createQuery(
                                "select count(k) from ApiKey k where k.customerId = :customer" + matching(query),
                                Long.class),
                        customer,
                        query)
                .getSingleResult();
    }

    private static String matching(ApiKeyQuery query) {
        return query.status().map(ApiKeyRepository::standing).orElse("")
                + query.prefix().map(text -> " and k.prefix = :prefix").orElse("");
    }

    private static String standing(ApiKeyStatus status) {
        return switch (status) {
            case ACTIVE -> " and k.revokedAt is null and k.expiresAt > instant";
            case EXPIRED -> " and k.revokedAt is null and k.expiresAt <= instant";
            case REVOKED -> " and k.revokedAt is not null";
        };
    }

    private static <T> TypedQuery<T> bound(TypedQuery<T> rows, CustomerId customer, ApiKeyQuery query) {
        rows.setParameter("customer", customer.value());
        query.prefix().ifPresent(text -> rows.setParameter("prefix", text));
        return rows;
    }
}
