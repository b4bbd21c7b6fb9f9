package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;

/** Reads and writes the outbox. */
@ApplicationScoped
class OutboxRepository {
    @PersistenceContext
    private EntityManager entities;

    void add(OutboxMail mail) {
        entities.persist(mail);
    }

    /** The mails that are due and that no other node is just claiming. */
    List<OutboxMail> lockDue(Instant now, int most) {
        return entities.unwrap(Session.class)
                .createSelectionQuery(
                        """
                        select m from OutboxMail m where m.status = QUEUED and m.nextAttemptAt <= :now
                        order by m.nextAttemptAt
                        """,
                        OutboxMail.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
    }

    Optional<OutboxMail> find(UUID id) {
        return Optional.ofNullable(entities.find(OutboxMail.class, id));
    }

    Optional<OutboxMail> lock(UUID id) {
        return Optional.ofNullable(entities.find(OutboxMail.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    OutboxState state() {
        return entities.createQuery(
                        """
                        select new tel.ringer.warp.notification.OutboxState(
                          count(m) filter (where m.status = QUEUED),
                          count(m) filter (where m.status = DEAD),
                          coalesce(cast(extract(epoch from instant)
                            - extract(epoch from min(m.createdAt) filter (where m.status = QUEUED)) as Long), 0L))
                        from OutboxMail m where m.status in (QUEUED, DEAD)
                        """,
                        OutboxState.class)
                .getSingleResult();
    }

    /** Oldest first. */
    List<OutboxMail> about(UUID subject) {
        return entities.createQuery(
                        "select m from OutboxMail m where m.subjectId = :subject order by m.createdAt, m.id",
                        OutboxMail.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    Optional<OutboxMail> lockByMessageId(UUID messageId) {
        return entities.createQuery("select m from OutboxMail m where m.messageId = :id", OutboxMail.class)
                .setParameter("id", messageId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    void removeAbout(Collection<UUID> subjects) {
        entities.createQuery("delete from OutboxMail m where m.subjectId in :subjects")
                .setParameter("subjects", subjects)
                .executeUpdate();
    }
}
