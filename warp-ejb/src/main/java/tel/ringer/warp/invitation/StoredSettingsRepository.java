package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import tel.ringer.warp.access.CustomerId;

/** Reads and writes the settings of a customer, and counts what they limit. */
@ApplicationScoped
class StoredSettingsRepository {
    @PersistenceContext
    private EntityManager entities;

    Optional<StoredSettings> find(CustomerId customer) {
        return entities.createQuery(
                        "select s from StoredSettings s where s.customerId = :customer", StoredSettings.class)
                .setParameter("customer", customer.value())
                .getResultStream()
                .findFirst();
    }

    /** The customer's terms and invitations to this transaction until its end; there need be no row to lock. */
    void lock(CustomerId customer) {
        entities.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)", String.class)
                .setParameter("name", "warp.invitations." + customer)
                .getSingleResult();
    }

    void save(StoredSettings settings) {
        entities.persist(settings);
        entities.flush();
    }

    /** What is overdue is pending no more, whether or not its row says so. */
    long countPending(CustomerId customer, Instant now) {
        return entities.createQuery(
                        """
                        select count(i) from Invitation i
                        where i.customerId = :customer and i.status = PENDING and i.expiresAt > :now
                        """,
                        Long.class)
                .setParameter("customer", customer.value())
                .setParameter("now", now)
                .getSingleResult();
    }
}
