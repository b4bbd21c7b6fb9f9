package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Memberships;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.problem.ProblemException;

/** Whether an address can be invited to a customer: neither is it invited, nor does it belong there. */
@ApplicationScoped
class Vacancy {
    @Inject
    private InvitationRepository repository;

    @Inject
    private Memberships memberships;

    @Inject
    private InvitationAudit audit;

    /**
     * An overdue invitation that the timer has not seen yet is in nobody's way: it expires here.
     *
     * @throws ProblemException conflict, {@code already_pending} or {@code already_member}
     */
    void require(CustomerScope scope, CustomerId customer, EmailAddress email, Instant now) {
        repository.lockPending(customer, email).ifPresent(pending -> {
            if (pending.statusAt(now) == InvitationStatus.PENDING) {
                throw InvitationRepository.alreadyPending();
            }
            pending.expire(now);
            audit.record(scope, pending, "expired", Map.of());
        });
        // Only now: whoever was just accepting the pending one belongs to the customer after the wait for its row.
        if (memberships.includes(customer, email.normalised())) {
            throw ProblemException.conflict("already_member", "This address already belongs to this customer.");
        }
    }
}
