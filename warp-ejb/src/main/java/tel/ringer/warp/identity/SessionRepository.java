package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import tel.ringer.warp.access.UserId;

/** Reads and writes sessions and the hashes of their tokens. */
@ApplicationScoped
class SessionRepository {
    @PersistenceContext
    private EntityManager entities;

    void add(Session session) {
        entities.persist(session);
    }

    void add(IssuedToken token) {
        entities.persist(token);
    }

    /** The session of a token, locked before the token is read: of two requests in one session one is the second. */
    Optional<Session> lockSessionOf(RefreshToken token) {
        return entities.createQuery("select t.sessionId from IssuedToken t where t.tokenHash = :hash", UUID.class)
                .setParameter("hash", token.hash())
                .getResultStream()
                .findFirst()
                .map(id -> entities.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<IssuedToken> find(RefreshToken token) {
        return Optional.ofNullable(entities.find(IssuedToken.class, token.hash()));
    }

    /** Tokens that were exchanged for nothing yet are used up when the session goes on without them. */
    void useOthersOf(Session session, Instant now) {
        entities.createQuery(
                        "update IssuedToken t set t.usedAt = :now where t.sessionId = :session and t.usedAt is null")
                .setParameter("now", now)
                .setParameter("session", session.id())
                .executeUpdate();
    }

    /** The latest used first. */
    List<Session> openOf(UserId user, int most) {
        return ofPerson("order by s.lastUsedAt desc, s.id", user)
                .setMaxResults(most)
                .getResultList();
    }

    List<Session> lockOpenOf(UserId user) {
        return ofPerson("order by s.id", user)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Optional<Session> lockOpen(UserId user, UUID id) {
        return ofPerson("and s.id = :id", user)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<Session> ofPerson(String rest, UserId user) {
        return entities.createQuery(
                        "select s from Session s where s.userId = :user and s.endedAt is null " + rest, Session.class)
                .setParameter("user", user.value());
    }

    /** @return how many open sessions of the person ended */
    int endAllOf(UserId user, SessionEnd reason, Instant now) {
        return entities.createQuery(
                        """
                        update Session s set s.endedAt = :now, s.endReason = :reason
                        where s.userId = :user and s.endedAt is null
                        """)
                .setParameter("now", now)
                .setParameter("reason", reason)
                .setParameter("user", user.value())
                .executeUpdate();
    }

    /** Some that are over and that nobody else holds; locked. */
    List<Session> lockOver(Instant lastUsedBefore, Instant openedBefore, int most) {
        return entities.unwrap(org.hibernate.Session.class)
                .createSelectionQuery(
                        "select s from Session s where s.lastUsedAt < :used or s.openedAt < :opened", Session.class)
                .setParameter("used", lastUsedBefore)
                .setParameter("opened", openedBefore)
                .setMaxResults(most)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
    }

    /** Its tokens go with it. */
    void remove(Session session) {
        entities.remove(session);
    }
}
