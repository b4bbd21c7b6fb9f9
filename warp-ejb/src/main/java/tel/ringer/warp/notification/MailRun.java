package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.access.CustomerScope;

/**
 * Delivers what is due, one mail after another, over one connection. Outside any transaction: the relay may be slow or
 * away. Each mail is claimed right before it leaves, so that a slow one is all that a node can be late with.
 */
@ApplicationScoped
class MailRun {
    private static final System.Logger LOG = System.getLogger(MailRun.class.getName());
    static final CustomerScope.System SCOPE = new CustomerScope.System("mail-delivery");

    @Inject
    private MailDelivery delivery;

    @Inject
    private MailRelay relay;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "warp.mail.lease")
    private Duration lease;

    /** @return whether to go on at once: something was due, and the relay can be reached */
    boolean deliverNext() {
        // Before the lease begins, and by this node's clock: so it ends here no later than at the database.
        Instant end = clock.instant().plus(lease);
        return delivery.claim(SCOPE)
                .map(claim ->
                        claim.mail().map(mail -> deliver(claim, mail, end)).orElse(true))
                .orElseGet(this::nothingIsDue);
    }

    private boolean nothingIsDue() {
        relay.rest();
        return false;
    }

    private boolean deliver(Claim claim, PreparedMail mail, Instant end) {
        if (mail.suppressed()) {
            delivery.refuse(SCOPE, claim, SuppressedAddresses.REASON);
            return true;
        }
        try {
            relay.connect();
        } catch (MessagingException e) {
            LOG.log(System.Logger.Level.WARNING, "The mail relay can''t be reached, mails wait: {0}", e);
            delivery.postpone(SCOPE, claim, "The mail relay could not be reached");
            return false;
        }
        return handOver(claim, mail, end);
    }

    private boolean handOver(Claim claim, PreparedMail mail, Instant end) {
        try {
            if (!relay.send(mail, end)) {
                LOG.log(System.Logger.Level.WARNING, "Mail {0} waits: the lease ended before it left", claim.id());
                return false;
            }
            delivery.sent(SCOPE, claim);
        } catch (SendFailedException e) {
            refusedOrLater(claim, e);
        } catch (AddressException e) {
            LOG.log(System.Logger.Level.WARNING, "Mail {0} has an address that no relay takes: {1}", claim.id(), e);
            delivery.refuse(SCOPE, claim, "The address is malformed");
        } catch (MessagingException e) {
            LOG.log(System.Logger.Level.WARNING, "Mail {0} waits: {1}", claim.id(), e);
            delivery.postpone(SCOPE, claim, "The mail relay broke off");
        }
        return true;
    }

    /** The relay's 5xx answers to the address (RFC 5321, section 4.2.1) stay as they are; anything else may pass. */
    private void refusedOrLater(Claim claim, SendFailedException answer) {
        Address[] refused = answer.getInvalidAddresses();
        LOG.log(System.Logger.Level.WARNING, "Mail {0} was not taken: {1}", claim.id(), answer);
        if (refused != null && refused.length > 0) {
            delivery.refuse(SCOPE, claim, SuppressedAddresses.REASON);
        } else {
            delivery.postpone(SCOPE, claim, "The mail relay asked to come back later");
        }
    }
}
