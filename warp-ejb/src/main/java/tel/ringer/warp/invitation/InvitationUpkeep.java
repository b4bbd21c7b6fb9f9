package tel.ringer.warp.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.audit.AuditLog;
import tel.ringer.warp.notification.Outbox;
import tel.ringer.warp.time.DatabaseClock;

/** What time does to invitations: in small batches, each a transaction, and each row claimed by one node only. */
@Stateless
@CustomerGuarded
public class InvitationUpkeep {
    static final int BATCH = 100;

    @Inject
    private InvitationRepository repository;

    @Inject
    private InvitationTerms terms;

    @Inject
    private InvitationAudit audit;

    @Inject
    private InvitationBatchRepository batches;

    @Inject
    private InvitationBatchAudit batchAudit;

    @Inject
    private Outbox outbox;

    @Inject
    private DatabaseClock clock;

    /** @return how many invitations turned to EXPIRED; fewer than {@link #BATCH} means that no more are due */
    public int expireOverdue(CustomerScope.System scope) {
        Instant now = clock.now();
        List<Invitation> overdue = repository.lockOverdue(now, BATCH);
        inOrder(overdue).forEach(invitation -> {
            invitation.expire(now);
            audit.record(scope, invitation, "expired", Map.of());
        });
        return overdue.size();
    }

    /**
     * With the mails about them.
     *
     * @return how many ended invitations were removed; fewer than {@link #BATCH} means that no more are due
     */
    public int removeOld(CustomerScope.System scope) {
        List<Invitation> old = repository.lockClosedBefore(clock.now(), terms.keepFor(), BATCH);
        inOrder(old).forEach(invitation -> {
            audit.record(
                    scope,
                    invitation,
                    "removed",
                    Map.of("status_before", invitation.status().name()));
            repository.remove(invitation);
        });
        outbox.forget(old.stream().map(invitation -> invitation.id().value()).toList());
        return old.size();
    }

    /** @return how many finished uploads were removed; fewer than {@link #BATCH} means that no more are due */
    public int removeOldBatches(CustomerScope.System scope) {
        List<InvitationBatch> old = batches.lockFinishedBefore(clock.now(), terms.keepFor(), BATCH);
        old.stream()
                .sorted(Comparator.comparing(InvitationBatch::customerId, AuditLog.ORDER_OF_CUSTOMERS))
                .forEach(batch -> {
                    batchAudit.record(scope, batch, "removed");
                    batches.remove(batch);
                });
        return old.size();
    }

    static Stream<Invitation> inOrder(List<Invitation> locked) {
        return locked.stream().sorted(Comparator.comparing(Invitation::customerId, AuditLog.ORDER_OF_CUSTOMERS));
    }
}
