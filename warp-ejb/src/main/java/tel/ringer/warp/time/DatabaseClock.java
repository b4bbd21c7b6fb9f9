package tel.ringer.warp.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** The one clock that all nodes share: it decides about expiry. */
@ApplicationScoped
public class DatabaseClock {
    @PersistenceContext
    private EntityManager entities;

    /** The time of this call, not of the transaction's start: it may have waited for a lock. */
    public Instant now() {
        return (Instant) entities.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }
}
