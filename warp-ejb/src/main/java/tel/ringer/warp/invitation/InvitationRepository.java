package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.SortKey;
import tel.ringer.warp.problem.ProblemException;

/** Reads and writes invitations within the scope of the transaction. */
@ApplicationScoped
class InvitationRepository {
    private static final String DETAILS =
            """
            select new tel.ringer.warp.invitation.InvitationDetails(i, c, t.name, instant)
            from Invitation i
            join Customer c on c.id = i.customerId
            join UserTypeName t on t.id = i.userTypeId
            """;

    @PersistenceContext
    private EntityManager entities;

    /** @throws ProblemException conflict, {@code already_pending}: another request was faster */
    void add(Invitation invitation) {
        entities.persist(invitation);
        try {
            entities.flush();
        } catch (ConstraintViolationException e) {
            if ("user_invitations_one_pending".equals(e.getConstraintName())) {
                throw alreadyPending();
            }
            throw e;
        }
    }

    static ProblemException alreadyPending() {
        return ProblemException.conflict(
                "already_pending", "This address already has a pending invitation to this customer.");
    }

    Optional<InvitationDetails> find(InvitationId id) {
        return entities.createQuery(DETAILS + " where i.id = :id", InvitationDetails.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    Optional<CustomerId> customerOf(InvitationId id) {
        return entities.createQuery("select i.customerId from Invitation i where i.id = :id", UUID.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(CustomerId::new);
    }

    /**
     * The row alone to its transaction until the end. An invitation that was read in this transaction before is a
     * conflict if somebody has changed it meanwhile.
     */
    Optional<Invitation> lock(InvitationId id) {
        return Optional.ofNullable(entities.find(Invitation.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** All that are not closed, overdue ones too; each alone to its transaction until the end. */
    List<Invitation> lockPending(CustomerId customer) {
        return entities.createQuery(
                        "select i from Invitation i where i.customerId = :customer and i.status = PENDING order by i.id",
                        Invitation.class)
                .setParameter("customer", customer.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Those that are not closed, overdue ones too; each alone to its transaction until the end. */
    List<Invitation> lockPending(CustomerId customer, List<String> emails) {
        return pending(customer, emails)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Those that are not closed, overdue ones too. */
    List<Invitation> findPending(CustomerId customer, List<String> emails) {
        return pending(customer, emails).getResultList();
    }

    /** Those of the addresses that were invited so often since, whatever became of it. */
    List<String> findInvitedSince(Instant since, CustomerId customer, List<String> emails, int times) {
        return entities.createQuery(
                        """
                        select i.emailNormalised from Invitation i
                        where i.customerId = :customer and i.createdAt > :since and i.emailNormalised in :emails
                        group by i.emailNormalised having count(i) >= :times
                        """,
                        String.class)
                .setParameter("customer", customer.value())
                .setParameter("since", since)
                .setParameter("emails", emails)
                .setParameter("times", times)
                .getResultList();
    }

    private TypedQuery<Invitation> pending(CustomerId customer, List<String> emails) {
        return entities.createQuery(
                        """
                        select i from Invitation i
                        where i.customerId = :customer and i.emailNormalised in :emails and i.status = PENDING
                        order by i.id
                        """,
                        Invitation.class)
                .setParameter("customer", customer.value())
                .setParameter("emails", emails);
    }

    /**
     * Up to one row more than the limit. The page is found first and joined then: a join of two filtered tables would
     * be made for each invitation within reach.
     */
    List<InvitationDetails> list(CustomerScope scope, InvitationQuery query) {
        List<UUID> before;
        List<UUID> page = List.of();
        List<InvitationDetails> rows;
        do {
            before = page;
            page = page(scope, query);
            rows = page.isEmpty() ? List.of() : details(page);
            // A row that was removed in between would make the page look like the last; one that is found again is
            // there.
        } while (rows.size() < page.size() && !page.equals(before));
        return rows;
    }

    private List<InvitationDetails> details(List<UUID> page) {
        return entities.createQuery(
                        DETAILS + " where i.id in :page order by i.createdAt desc, i.id desc", InvitationDetails.class)
                .setParameter("page", page)
                .getResultList();
    }

    private List<UUID> page(CustomerScope scope, InvitationQuery query) {
        String after = query.page().after().isEmpty() ? "" : " and (i.createdAt, i.id) < (:at, :id)";
        TypedQuery<UUID> rows = entities.createQuery(
                "select i.id from Invitation i " + matches(query) + after + " order by "
                        + SortKey.of(scope, "i.createdAt") + " desc, i.id desc",
                UUID.class);
        query.page().after().ifPresent(cursor -> rows.setParameter("at", cursor.instant())
                .setParameter("id", cursor.id()));
        return matching(rows, query).setMaxResults(query.page().limit() + 1).getResultList();
    }

    long count(InvitationQuery query) {
        return matching(entities.createQuery("select count(i) from Invitation i " + matches(query), Long.class), query)
                .getSingleResult();
    }

    private static String matches(InvitationQuery query) {
        return "where " + query.status().map(InvitationRepository::standing).orElse("1 = 1")
                + query.customer().map(id -> " and i.customerId = :customer").orElse("")
                + query.inviter().map(id -> " and i.invitedBy = :inviter").orElse("")
                + query.email()
                        .map(text -> " and locate(lower(:email), lower(i.emailNormalised)) > 0")
                        .orElse("");
    }

    /** The clock decides, not the timer: what is overdue counts as expired before its row says so. */
    private static String standing(InvitationStatus status) {
        return switch (status) {
            case PENDING -> "i.status = PENDING and i.expiresAt > instant";
            case EXPIRED -> "(i.status = EXPIRED or i.status = PENDING and i.expiresAt <= instant)";
            case ACCEPTED, DECLINED, REVOKED -> "i.status = " + status;
        };
    }

    private static <T> TypedQuery<T> matching(TypedQuery<T> rows, InvitationQuery query) {
        query.customer().ifPresent(id -> rows.setParameter("customer", id.value()));
        query.inviter().ifPresent(id -> rows.setParameter("inviter", id.value()));
        query.email().ifPresent(text -> rows.setParameter("email", text));
        return rows;
    }

    void add(MintedToken token) {
        entities.persist(token);
    }

    /** Pending rows whose time is over and that nobody else is just changing. */
    List<Invitation> lockOverdue(Instant now, int most) {
        return entities.unwrap(Session.class)
                .createSelectionQuery(
                        "select i from Invitation i where i.status = PENDING and i.expiresAt <= :now order by i.expiresAt",
                        Invitation.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
    }

    /** Ended rows older than that and that nobody else is just removing. */
    List<Invitation> lockClosedBefore(Instant now, Duration keepFor, int most) {
        return entities.unwrap(Session.class)
                .createSelectionQuery(
                        "select i from Invitation i where i.status <> PENDING and i.closedAt < :before order by i.closedAt",
                        Invitation.class)
                .setParameter("before", now.minus(keepFor))
                .setMaxResults(most)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
    }

    void remove(Invitation invitation) {
        entities.remove(invitation);
    }
}
