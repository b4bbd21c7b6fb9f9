package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import tel.ringer.warp.access.CustomerScope;

/**
 * Delivers what is due over one connection. Outside any transaction: the relay may be slow or away. In the first half of
 * its lease a mail begins to leave or waits for another claim; the second half is for the hand-over itself.
 */
@ApplicationScoped
class MailRun {
    private static final System.Logger LOG = System.getLogger(MailRun.class.getName());
    static final CustomerScope.System SCOPE = new CustomerScope.System("mail-delivery");
    /** Few enough that they leave within any sensible lease, and that few wait if this node dies. */
    private static final int BATCH = 5;

    @Inject
    private MailDelivery delivery;

    @Inject
    private MailRelay relay;

    @Inject
    private Clock clock;

    @Inject
    private MailTimes times;

    /** @return how many mails were dealt with; 0 also if the relay can't be reached, so that nobody tries on at once */
    int deliverBatch() {
        // Measured from before the lease begins, by this node's clock alone.
        Instant halfway = clock.instant().plus(times.lease().dividedBy(2));
        List<Claim> batch = delivery.claim(SCOPE, BATCH);
        if (batch.isEmpty()) {
            relay.rest();
            return 0;
        }
        return deliver(batch, halfway) ? batch.size() : 0;
    }

    /** @return whether the relay can be reached */
    private boolean deliver(List<Claim> batch, Instant halfway) {
        try {
            relay.connect();
        } catch (MessagingException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The mail relay can''t be reached, {0} mails wait: {1}",
                    batch.size(),
                    e);
            batch.forEach(claim -> delivery.postpone(SCOPE, claim, "The mail relay could not be reached"));
            return false;
        }
        batch.forEach(claim -> claim.mail().ifPresent(mail -> deliver(claim, mail, halfway)));
        return true;
    }

    private void deliver(Claim claim, PreparedMail mail, Instant halfway) {
        if (mail.suppressed()) {
            delivery.refuse(SCOPE, claim, SuppressedAddresses.REASON);
            return;
        }
        try {
            if (relay.send(mail, halfway)) {
                delivery.sent(SCOPE, claim);
            } else {
                LOG.log(System.Logger.Level.WARNING, "Mail {0} waits: half its lease was over", claim.id());
                delivery.postpone(SCOPE, claim, "It was held up before it could leave");
            }
        } catch (SendFailedException e) {
            refusedOrLater(claim, e);
        } catch (AddressException e) {
            LOG.log(System.Logger.Level.WARNING, "Mail {0} has an address that no relay takes: {1}", claim.id(), e);
            delivery.refuse(SCOPE, claim, "The address is malformed");
        } catch (MessagingException e) {
            LOG.log(System.Logger.Level.WARNING, "Mail {0} waits: {1}", claim.id(), e);
            delivery.postpone(SCOPE, claim, "The mail relay broke off");
        }
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
