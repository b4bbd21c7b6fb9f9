package tel.ringer.warp.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import tel.ringer.warp.access.CustomerId;

/** Reads where a customer stands, never from memory, and keeps it there. */
@ApplicationScoped
class StatusRepository {
    @PersistenceContext
    private EntityManager entities;

    /** Waits for who shuts; held until the end of the transaction, by any number of them. */
    void lockShared(CustomerId customer) {
        lock("pg_advisory_xact_lock_shared", customer);
    }

    /** Waits for all who share; held alone until the end of the transaction. */
    void lock(CustomerId customer) {
        lock("pg_advisory_xact_lock", customer);
    }

    private void lock(String function, CustomerId customer) {
        entities.createNativeQuery("select cast(" + function + "(hashtextextended(:name, 0)) as text)", String.class)
                .setParameter("name", "warp.status." + customer)
                .getSingleResult();
    }

    Optional<CustomerStatus> find(CustomerId customer) {
        return entities.createQuery("select c.status from Customer c where c.id = :id", CustomerStatus.class)
                .setParameter("id", customer.value())
                .getResultStream()
                .findFirst();
    }
}
