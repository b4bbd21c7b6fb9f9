package tel.ringer.warp.invitation;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.customer.CustomerStatusChanged;
import tel.ringer.warp.time.DatabaseClock;

/** Revokes what is pending at a closed customer, and ends its uploads: nobody gets in any more, and no mail is sent. */
@ApplicationScoped
class LastInvitations {
    @Inject
    private PendingCap cap;

    @Inject
    private InvitationRepository repository;

    @Inject
    private InvitationBatchRepository batches;

    @Inject
    private InvitationBatchSlices slices;

    @Inject
    private InvitationAudit audit;

    @Inject
    private DatabaseClock clock;

    void lock(@Observes @Priority(CustomerStatusChanged.LOCK_INVITATIONS) CustomerStatusChanged change) {
        if (change.closes()) {
            batches.lockOpen(change.customer());
            cap.lock(change.customer());
            repository.lockPending(change.customer());
        }
    }

    void end(@Observes @Priority(CustomerStatusChanged.END_INVITATIONS) CustomerStatusChanged change) {
        if (change.closes()) {
            revokePending(change);
            endUploads(change.customer());
        }
    }

    /** What is overdue has expired already, whether or not its row says so. */
    private void revokePending(CustomerStatusChanged change) {
        Instant now = clock.now();
        repository.lockPending(change.customer()).stream()
                .filter(invitation -> invitation.statusAt(now) == InvitationStatus.PENDING)
                .forEach(invitation -> {
                    invitation.revoke(change.by(), Optional.of(CustomerStatusChanged.CLOSED), now);
                    audit.recordBy(change.by(), invitation, "revoked", Map.of("reason", CustomerStatusChanged.CLOSED));
                });
    }

    private void endUploads(CustomerId customer) {
        batches.lockOpen(customer).forEach(batch -> slices.end(batch, RowCode.CUSTOMER_CLOSED));
    }
}
