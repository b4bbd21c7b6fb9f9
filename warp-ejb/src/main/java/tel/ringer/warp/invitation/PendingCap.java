package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.time.DatabaseClock;

/**
 * Keeps a customer's pending invitations within its limit, exactly: whoever adds some waits for those who add at the
 * same time. To be asked before any invitation is locked.
 */
@ApplicationScoped
class PendingCap {
    @Inject
    private StoredSettingsRepository repository;

    @Inject
    private InvitationTerms terms;

    @Inject
    private DatabaseClock clock;

    /** Until this transaction ends nobody else adds any. */
    InvitationBudget lock(CustomerId customer) {
        repository.lock(customer);
        return budget(customer);
    }

    /** As of now, for people to see. */
    InvitationBudget budget(CustomerId customer) {
        return new InvitationBudget(
                repository.countPending(customer, clock.now()),
                terms.of(customer).pendingLimit());
    }
}
