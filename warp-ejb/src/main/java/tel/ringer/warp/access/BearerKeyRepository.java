package tel.ringer.warp.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the one API key by which the transaction runs: found by its hash, through an index. */
@ApplicationScoped
class BearerKeyRepository {
    @PersistenceContext
    private EntityManager entities;

    Optional<IdentifiedKey> find() {
        return tuples(entities.createNativeQuery(
                        """
                        select id, display_name, user_type_id,
                               coalesce(last_used_at < clock_timestamp() - interval '1 minute', true) as use_is_due
                        from auth.bearer_key
                        """,
                        Tuple.class))
                .map(row -> new IdentifiedKey(
                        Caller.ofKey(
                                new UserId(row.get("id", UUID.class)),
                                row.get("display_name", String.class),
                                row.get("user_type_id", UUID.class)),
                        row.get("use_is_due", Boolean.class)))
                .findFirst();
    }

    void noteUse() {
        entities.createNativeQuery(
                        """
                        update auth.api_keys set last_used_at = clock_timestamp()
                        where id in (select k.id from auth.api_keys k
                                     where k.id = (select b.id from auth.bearer_key b)
                                       and coalesce(k.last_used_at < clock_timestamp() - interval '1 minute', true)
                                     for update skip locked)
                        """)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Tuple> tuples(Query query) {
        return query.getResultList().stream();
    }
}
