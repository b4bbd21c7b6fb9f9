package tel.ringer.warp.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Reads the key of the buckets' names and removes buckets; Bucket4j alone writes them. */
@ApplicationScoped
class RateLimitRepository {
    @PersistenceContext
    private EntityManager entities;

    byte[] key() {
        return (byte[]) entities.createNativeQuery("select key from platform.rate_limit_key", byte[].class)
                .getSingleResult();
    }

    /** Those that somebody takes from at this moment stay. */
    int removeExpired(Instant instant) {
        return entities.createNativeQuery(
                        """
                        delete from platform.rate_limits where key in (
                          select key from platform.rate_limits where expires_at < :instant for update skip locked)
                        """)
                .setParameter("instant", instant.toEpochMilli())
                .executeUpdate();
    }
}
