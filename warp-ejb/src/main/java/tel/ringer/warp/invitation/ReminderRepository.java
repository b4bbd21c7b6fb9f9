package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.hibernate.LockMode;
import org.hibernate.Session;
import tel.ringer.warp.access.CustomerId;

/** Finds whom to remind. */
@ApplicationScoped
class ReminderRepository {
    /** In the order in which others lock several of them. */
    private static final String RESCHEDULE =
            """
            with pending as (
              select id from auth.user_invitations
              where customer_id = :customer and status = 'PENDING' and not reminded order by id for update)
            update auth.user_invitations i
            set remind_at = case when :days between 1 and valid_for_days - 1 then expires_at - make_interval(days => :days) end
            from pending where i.id = pending.id
            """;

    @PersistenceContext
    private EntityManager entities;

    /** Pending rows whose reminder is due and that nobody else is just changing. */
    List<Invitation> lockDue(Instant now, int most) {
        return entities.unwrap(Session.class)
                .createSelectionQuery(
                        """
                        select i from Invitation i where i.status = PENDING and i.reminder.remindAt <= :now
                        order by i.reminder.remindAt
                        """,
                        Invitation.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
    }

    /** What is pending and had no reminder gets it as the customer wants it now. */
    void reschedule(CustomerId customer, OptionalInt days) {
        entities.createNativeQuery(RESCHEDULE)
                .setParameter("customer", customer.value())
                .setParameter("days", days.orElse(0))
                .executeUpdate();
    }
}
