package tel.ringer.warp.invitation;

import java.time.Instant;
import tel.ringer.warp.customer.Customer;

/** What a link leads to. */
record LinkTarget(MintedToken token, InvitationDetails details) {
    LinkTarget(MintedToken token, Invitation invitation, Customer customer, String userType, Instant readAt) {
        this(token, new InvitationDetails(invitation, customer, userType, readAt));
    }

    /** @throws tel.ringer.warp.problem.ProblemException gone, with a code that says why */
    void requireAlive() {
        LinkRefusals.requireAlive(details.invitation(), token, details.status());
    }
}
