package tel.ringer.warp.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import tel.ringer.warp.problem.ProblemException;

/** Reads and writes grants within the scope of the transaction. */
@ApplicationScoped
class GrantRepository {
    @PersistenceContext
    private EntityManager entities;

    /** Those of the addresses that belong to members. */
    @SuppressWarnings("unchecked")
    List<String> membersAmong(CustomerId customer, Collection<String> normalisedEmails) {
        return entities.createNativeQuery(
                        """
                        select u.email_normalised
                        from auth.user_customer_access g join auth.users u on u.id = g.user_id
                        where g.customer_id = :customer and u.email_normalised = any (:emails)
                        """,
                        String.class)
                .setParameter("customer", customer.value())
                .setParameter("emails", normalisedEmails.toArray(String[]::new))
                .getResultList();
    }

    Optional<Grant> find(CustomerId customer, UserId user) {
        return Optional.ofNullable(entities.find(Grant.class, new GrantId(customer.value(), user.value())));
    }

    /** The row alone to its transaction until the end. */
    Optional<Grant> lock(CustomerId customer, UserId user) {
        return Optional.ofNullable(entities.find(
                Grant.class, new GrantId(customer.value(), user.value()), LockModeType.PESSIMISTIC_WRITE));
    }

    /** @throws ProblemException conflict, {@code concurrent_change}: another request was faster */
    void add(Grant grant) {
        entities.persist(grant);
        try {
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw (ProblemException) ProblemException.conflict(
                            "concurrent_change", "This person is just being added by another request.")
                    .initCause(e);
        }
    }

    /** Whatever stands against it is said now, not when the transaction ends. */
    void save() {
        entities.flush();
    }

    /** As {@link #save}. */
    void remove(Collection<Grant> grants) {
        grants.forEach(entities::remove);
        entities.flush();
    }
}
