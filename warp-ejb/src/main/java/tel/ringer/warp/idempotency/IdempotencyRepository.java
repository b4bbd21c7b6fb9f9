package tel.ringer.warp.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;

/** Reads and writes the keys of one account at one customer. */
@ApplicationScoped
class IdempotencyRepository {
    private static final String OF_THE_REQUEST =
            " where customer_id = :customer and actor_id = :actor and key_hash = decode(:key, 'hex')";

    @PersistenceContext
    private EntityManager entities;

    /**
     * Takes the key, which nobody else can until this transaction ends: whoever tries waits.
     *
     * @param forgotten keys used until then are free again
     * @return whether it was free; if not, it stays as it is until this transaction ends
     */
    boolean claim(CustomerId customer, UserId actor, IdempotentRequest request, Instant now, Instant forgotten) {
        Query claim = entities.createNativeQuery(
                        """
                        insert into auth.idempotency_keys
                          (customer_id, actor_id, key_hash, operation, fingerprint, used_at)
                        values (:customer, :actor, decode(:key, 'hex'), :operation, decode(:fingerprint, 'hex'), :now)
                        on conflict (customer_id, actor_id, key_hash) do update
                        set operation = excluded.operation, fingerprint = excluded.fingerprint, result_id = null,
                            used_at = excluded.used_at
                        where idempotency_keys.used_at <= :forgotten
                        """)
                .setParameter("operation", request.operation())
                .setParameter("fingerprint", request.fingerprint())
                .setParameter("now", now)
                .setParameter("forgotten", forgotten);
        return of(claim, customer, actor, request).executeUpdate() == 1;
    }

    UsedKey get(CustomerId customer, UserId actor, IdempotentRequest request) {
        Query query = entities.createNativeQuery(
                "select encode(fingerprint, 'hex') as fingerprint, result_id from auth.idempotency_keys"
                        + OF_THE_REQUEST,
                Tuple.class);
        Tuple row = (Tuple) of(query, customer, actor, request).getSingleResult();
        return new UsedKey(row.get("fingerprint", String.class), row.get("result_id", UUID.class));
    }

    void lead(CustomerId customer, UserId actor, IdempotentRequest request, UUID result) {
        Query update = entities.createNativeQuery(
                        "update auth.idempotency_keys set result_id = :result" + OF_THE_REQUEST)
                .setParameter("result", result);
        of(update, customer, actor, request).executeUpdate();
    }

    private static Query of(Query query, CustomerId customer, UserId actor, IdempotentRequest request) {
        return query.setParameter("customer", customer.value())
                .setParameter("actor", actor.value())
                .setParameter("key", request.keyHash());
    }

    /** Those that somebody takes again at this moment stay. */
    int removeUsedBefore(Instant forgotten, int most) {
        return entities.createNativeQuery(
                        """
                        delete from auth.idempotency_keys where ctid = any (array(
                          select ctid from auth.idempotency_keys where used_at <= :forgotten
                          order by used_at limit :most for update skip locked))
                        """)
                .setParameter("forgotten", forgotten)
                .setParameter("most", most)
                .executeUpdate();
    }
}
