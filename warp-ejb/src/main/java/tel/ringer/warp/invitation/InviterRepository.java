package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;

/** Finds pending invitations by who sent them and locks them, always in the order in which the audit log is written. */
@ApplicationScoped
class InviterRepository {
    private static final String PENDING =
            "select i from Invitation i where i.status = PENDING and i.expiresAt > :now and ";
    private static final String IN_ORDER = " order by i.customerId, i.id";
    private static final String OF_HOLDERS =
            """
            (i.invitedBy in (select u.id from User u where u.userTypeId = :type)
             or exists (select 1 from Grant g where g.id.userId = i.invitedBy and g.id.customerId = i.customerId
                                                and g.userTypeId = :type))
            """;

    @PersistenceContext
    private EntityManager entities;

    List<Invitation> lockPendingOf(UserId inviter, Instant now) {
        return locked(query("i.invitedBy = :inviter", now).setParameter("inviter", inviter.value()));
    }

    List<Invitation> lockPendingOf(UserId inviter, CustomerId customer, Instant now) {
        return locked(query("i.invitedBy = :inviter and i.customerId = :customer", now)
                .setParameter("inviter", inviter.value())
                .setParameter("customer", customer.value()));
    }

    /** Of those inviters who hold the user type on the platform, or at the customer that they invited to. */
    List<Invitation> lockPendingOfHolders(UUID userType, Instant now) {
        return locked(query(OF_HOLDERS, now).setParameter("type", userType));
    }

    private TypedQuery<Invitation> query(String condition, Instant now) {
        return entities.createQuery(PENDING + condition + IN_ORDER, Invitation.class)
                .setParameter("now", now);
    }

    private static List<Invitation> locked(TypedQuery<Invitation> query) {
        return query.setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }
}
