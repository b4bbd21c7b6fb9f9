package tel.ringer.warp.invitation.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.rest.CurrentCaller;
import tel.ringer.warp.customer.Customers;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.invitation.Invitation;
import tel.ringer.warp.invitation.InvitationId;
import tel.ringer.warp.invitation.Invitations;
import tel.ringer.warp.limit.Limit;
import tel.ringer.warp.limit.rest.Attempt;
import tel.ringer.warp.problem.ProblemException;

/**
 * How fast invitations may leave. What a company has used up is counted only once it is known that the caller reaches
 * it: nobody uses up what is another company's. Of an address each company's own invitations are counted, so that no
 * refusal tells of another company's.
 */
@ApplicationScoped
public class InvitationPace {
    @Inject
    private Attempt attempt;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Customers customers;

    @Inject
    private Invitations invitations;

    /** @throws ProblemException too many, {@code too_many_requests}; not found or forbidden as the use case itself */
    void beforeCreating(CustomerId customer, EmailAddress address) {
        if (!attempt.isExempt()) {
            requireOfCaller();
            customers.get(caller.scope(), customer);
            requireOf(customer, address);
        }
    }

    /**
     * Nothing is used up yet of a customer that is not there.
     *
     * @throws ProblemException too many, {@code too_many_requests}
     */
    public void beforeInvitingToANewCustomer() {
        if (!attempt.isExempt()) {
            requireOfCaller();
        }
    }

    /** @throws ProblemException too many, {@code too_many_requests}; not found as the use case itself */
    void beforeSendingAgain(InvitationId id) {
        if (!attempt.isExempt()) {
            requireOfCaller();
            Invitation invitation = invitations.get(caller.scope(), id).invitation();
            requireOf(invitation.customerId(), invitation.email());
        }
    }

    /**
     * A file counts once, whatever is in it: how many it invites, the customer's limit of pending ones decides, and how
     * often an address, the rows themselves.
     *
     * @throws ProblemException too many, {@code too_many_requests}
     */
    void beforeUploading() {
        attempt.require(Limit.UPLOADS_BY_INVITER, caller.get().userId().toString());
    }

    private void requireOfCaller() {
        attempt.requireHere(Limit.INVITATIONS_FROM_SOURCE);
        attempt.require(Limit.INVITATIONS_BY_INVITER, caller.get().userId().toString());
    }

    private void requireOf(CustomerId customer, EmailAddress address) {
        attempt.require(Limit.INVITATIONS_OF_CUSTOMER, customer.toString());
        attempt.require(Limit.INVITATIONS_TO_ADDRESS, customer + " " + address.normalised());
    }
}
