package tel.ringer.warp.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.notification.SuppressedAddresses;
import tel.ringer.warp.notification.SuppressionReason;
import tel.ringer.warp.problem.ProblemException;

/**
 * "Never again": whoever holds a link that WARP sent, dead or alive, keeps further mail from its address. The invitation
 * stays as it is.
 */
@Stateless
@CustomerGuarded
public class Objections {
    @Inject
    private LinkRepository links;

    @Inject
    private SuppressedAddresses suppressed;

    /**
     * Whose mails it is about; changes nothing.
     *
     * @throws ProblemException not found for what is no link
     */
    public EmailAddress addressOf(CustomerScope.Invitation bearer) {
        return links.follow(bearer)
                .map(target -> target.details().invitation().email())
                .orElseThrow(LinkRefusals::noLink);
    }

    /**
     * No mail goes to the address any more, whichever customer would write.
     *
     * @throws ProblemException not found for what is no link
     */
    public void raise(CustomerScope.Invitation bearer) {
        suppressed.add(bearer, addressOf(bearer).normalised(), SuppressionReason.NEVER_AGAIN);
    }
}
