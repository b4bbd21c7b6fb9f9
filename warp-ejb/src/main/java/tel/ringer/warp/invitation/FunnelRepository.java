package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import tel.ringer.warp.access.CustomerId;

/** Counts invitations within the scope of the transaction: one stretch of the index by customer and creation. */
@ApplicationScoped
class FunnelRepository {
    private static final String FUNNEL =
            """
            select new tel.ringer.warp.invitation.Funnel(
              count(i),
              count(i.delivery.sentAt),
              count(i.linkUse.openedAt),
              count(i) filter (where i.status = PENDING and i.expiresAt > instant),
              count(i) filter (where i.status = ACCEPTED),
              count(i) filter (where i.status = DECLINED),
              count(i) filter (where i.status = REVOKED),
              count(i) filter (where i.status = EXPIRED or i.status = PENDING and i.expiresAt <= instant),
              count(i) filter (where i.delivery.status = BOUNCED),
              count(i) filter (where i.delivery.status = FAILED),
              percentile_cont(0.5) within group (order by
                cast(extract(epoch from i.closedAt) - extract(epoch from i.createdAt) as Double))
                filter (where i.status = ACCEPTED))
            from Invitation i
            where i.customerId = :customer and i.createdAt >= :from and i.createdAt < :to
            """;

    @PersistenceContext
    private EntityManager entities;

    Funnel of(CustomerId customer, Instant from, Instant to) {
        return entities.createQuery(FUNNEL, Funnel.class)
                .setParameter("customer", customer.value())
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
    }
}
