package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.problem.ProblemException;

/** Reads and writes people. */
@ApplicationScoped
class UserRepository {
    @PersistenceContext
    private EntityManager entities;

    Optional<User> find(UserId id) {
        return Optional.ofNullable(entities.find(User.class, id.value()));
    }

    /** Of any account: who invites may be an API key. */
    Optional<String> findName(UserId id) {
        return names(entities.createNativeQuery("select display_name from auth.users where id = :id", String.class)
                        .setParameter("id", id.value()))
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private static Stream<String> names(Query query) {
        return query.getResultList().stream();
    }

    /** The account that the identity leads to: its own by (issuer, subject), else the one of its address; locked. */
    Optional<User> findFor(VerifiedIdentity identity) {
        List<User> found = entities.createQuery(
                        """
                        select u from User u
                        where (u.issuer = :issuer and u.subject = :subject) or u.emailNormalised = :email
                        order by u.id
                        """,
                        User.class)
                .setParameter("issuer", identity.issuer())
                .setParameter("subject", identity.subject())
                .setParameter("email", identity.email().normalised())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        return found.stream()
                .filter(user -> user.isBoundTo(identity))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /**
     * As {@link #findFor}, for whoever makes the account if there is none: nobody else makes one with this address until
     * the end of the transaction.
     */
    Optional<User> findAloneFor(VerifiedIdentity identity) {
        lock(identity.email());
        return findFor(identity);
    }

    /** Whose address it is, and nobody else gets it until the end of the transaction. */
    Optional<User> findAloneBy(EmailAddress email) {
        lock(email);
        return entities.createQuery("select u from User u where u.emailNormalised = :email", User.class)
                .setParameter("email", email.normalised())
                .getResultStream()
                .findFirst();
    }

    private void lock(EmailAddress email) {
        entities.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)", String.class)
                .setParameter("name", "warp.address." + email.normalised())
                .getSingleResult();
    }

    /** @throws ProblemException conflict, {@code concurrent_change}: the same person came in twice at once */
    void add(User user) {
        entities.persist(user);
        try {
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw (ProblemException) ProblemException.conflict(
                            "concurrent_change", "This person is just being added by another request.")
                    .initCause(e);
        }
    }
}
