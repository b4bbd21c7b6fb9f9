package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

    /** Locked: of two requests with the same token one is the second. */
    Optional<IssuedToken> lock(RefreshToken token) {
        return Optional.ofNullable(entities.find(IssuedToken.class, token.hash(), LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Session> lock(UUID id) {
        return Optional.ofNullable(entities.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE));
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

    /** @return how many sessions were forgotten with their tokens */
    int removeUnusedSince(Instant instant) {
        return entities.createQuery("delete from Session s where s.lastUsedAt < :instant")
                .setParameter("instant", instant)
                .executeUpdate();
    }
}
