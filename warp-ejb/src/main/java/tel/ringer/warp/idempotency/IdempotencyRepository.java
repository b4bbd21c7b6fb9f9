package tel.ringer.warp.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads and writes the keys of one account at one customer, or on the platform. */
@ApplicationScoped
class IdempotencyRepository {
    @PersistenceContext
    private EntityManager entities;

    /** Whether there is such a customer, as far as this transaction sees; the platform always is. */
    boolean isThere(KeyHolder holder) {
        return holder.customer()
                .map(customer -> entities.createNativeQuery("select 1 from accounts.customers where id = :customer")
                        .setParameter("customer", customer.value())
                        .getResultList())
                .map(found -> !found.isEmpty())
                .orElse(true);
    }

    /**
     * Takes the key, which nobody else can until this transaction ends: whoever tries waits.
     *
     * @param forgotten keys used until then are free again
     * @return whether it was free; if not, it stays as it is until this transaction ends
     */
    boolean claim(KeyHolder holder, IdempotentRequest request, Instant now, Instant forgotten) {
        Query claim = entities.createNativeQuery(
                        """
                        insert into %1$s as used (%2$s, key_hash, operation, fingerprint, used_at)
                        values (%3$s, decode(:key, 'hex'), :operation, decode(:fingerprint, 'hex'), :now)
                        on conflict (%2$s, key_hash) do update
                        set operation = excluded.operation, fingerprint = excluded.fingerprint, result_id = null,
                            used_at = excluded.used_at
                        where used.used_at <= :forgotten
                        """
                                .formatted(holder.table(), holder.columns(), holder.values()))
                .setParameter("operation", request.operation())
                .setParameter("fingerprint", request.fingerprint())
                .setParameter("now", now)
                .setParameter("forgotten", forgotten);
        return of(claim, holder, request).executeUpdate() == 1;
    }

    UsedKey get(KeyHolder holder, IdempotentRequest request) {
        Query query = entities.createNativeQuery(
                "select encode(fingerprint, 'hex') as fingerprint, result_id from " + ofTheRequest(holder),
                Tuple.class);
        Tuple row = (Tuple) of(query, holder, request).getSingleResult();
        return new UsedKey(row.get("fingerprint", String.class), row.get("result_id", UUID.class));
    }

    void lead(KeyHolder holder, IdempotentRequest request, UUID result) {
        Query update = entities.createNativeQuery(
                        "update %s set result_id = :result where (%s, key_hash) = (%s, decode(:key, 'hex'))"
                                .formatted(holder.table(), holder.columns(), holder.values()))
                .setParameter("result", result);
        of(update, holder, request).executeUpdate();
    }

    private static String ofTheRequest(KeyHolder holder) {
        return "%s where (%s, key_hash) = (%s, decode(:key, 'hex'))"
                .formatted(holder.table(), holder.columns(), holder.values());
    }

    private static Query of(Query query, KeyHolder holder, IdempotentRequest request) {
        return holder.bind(query).setParameter("key", request.keyHash());
    }

    /** Those that somebody takes again at this moment stay. */
    int removeUsedBefore(Instant forgotten, int most) {
        return Stream.of(KeyHolder.AT_CUSTOMERS, KeyHolder.ON_PLATFORM)
                .mapToInt(table -> removeUsedBefore(table, forgotten, most))
                .sum();
    }

    private int removeUsedBefore(String table, Instant forgotten, int most) {
        return entities.createNativeQuery(
                        """
                        delete from %1$s where ctid = any (array(
                          select ctid from %1$s where used_at <= :forgotten
                          order by used_at limit :most for update skip locked))
                        """
                                .formatted(table))
                .setParameter("forgotten", forgotten)
                .setParameter("most", most)
                .executeUpdate();
    }
}
