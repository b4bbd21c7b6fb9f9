package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.List;
import tel.ringer.warp.access.CustomerScope;

/** Delivers what is due over one connection. Outside any transaction: the relay may be slow or away. */
@ApplicationScoped
class MailRun {
    private static final System.Logger LOG = System.getLogger(MailRun.class.getName());
    static final CustomerScope.System SCOPE = new CustomerScope.System("mail-delivery");
    private static final int BATCH = 20;

    @Inject
    private MailDelivery delivery;

    @Inject
    private MailRelay relay;

    /** @return how many mails were dealt with; 0 also if the relay can't be reached, so that nobody tries on at once */
    int deliverBatch() {
        List<PreparedMail> batch = delivery.claim(SCOPE, BATCH);
        if (batch.isEmpty()) {
            relay.rest();
            return 0;
        }
        return deliver(batch) ? batch.size() : 0;
    }

    /** @return whether the relay can be reached */
    private boolean deliver(List<PreparedMail> batch) {
        try {
            relay.connect();
        } catch (MessagingException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The mail relay can''t be reached, {0} mails wait: {1}",
                    batch.size(),
                    e);
            batch.forEach(mail -> delivery.postpone(SCOPE, mail.id(), "The mail relay could not be reached"));
            return false;
        }
        batch.forEach(this::deliver);
        return true;
    }

    private void deliver(PreparedMail mail) {
        if (mail.suppressed()) {
            delivery.refuse(SCOPE, mail.id(), SuppressedAddresses.REASON);
            return;
        }
        try {
            relay.send(mail);
            delivery.sent(SCOPE, mail.id());
        } catch (SendFailedException e) {
            refusedOrLater(mail, e);
        } catch (AddressException e) {
            LOG.log(System.Logger.Level.WARNING, "Mail {0} has an address that no relay takes: {1}", mail.id(), e);
            delivery.refuse(SCOPE, mail.id(), "The address is malformed");
        } catch (MessagingException e) {
            LOG.log(System.Logger.Level.WARNING, "Mail {0} waits: {1}", mail.id(), e);
            delivery.postpone(SCOPE, mail.id(), "The mail relay broke off");
        }
    }

    /** The relay's 5xx answers to the address (RFC 5321, section 4.2.1) stay as they are; anything else may pass. */
    private void refusedOrLater(PreparedMail mail, SendFailedException answer) {
        Address[] refused = answer.getInvalidAddresses();
        LOG.log(System.Logger.Level.WARNING, "Mail {0} was not taken: {1}", mail.id(), answer);
        if (refused != null && refused.length > 0) {
            delivery.refuse(SCOPE, mail.id(), SuppressedAddresses.REASON);
        } else {
            delivery.postpone(SCOPE, mail.id(), "The mail relay asked to come back later");
        }
    }
}
