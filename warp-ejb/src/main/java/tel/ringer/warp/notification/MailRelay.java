package tel.ringer.warp.notification;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Instant;

/** Hands mails to the SMTP relay, over one connection of this node. */
@ApplicationScoped
class MailRelay {
    @Resource(lookup = "java:app/mail/warp")
    private Session session;

    @Inject
    private MailMessages messages;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    private SmtpConnection connection;

    @PostConstruct
    void prepare() {
        connection = new SmtpConnection(session, clock);
    }

    /** @throws MessagingException if the relay can't be reached */
    void connect() throws MessagingException {
        connection.open();
    }

    /**
     * @param before as of when it is too late
     * @return whether the relay has it; false if it was too late
     */
    boolean send(PreparedMail mail, Instant before) throws MessagingException {
        return connection.send(messages.write(session, mail), before);
    }

    /** Nothing is due. */
    void rest() {
        connection.closeIfIdle();
    }

    @PreDestroy
    void disconnect() {
        connection.close();
    }
}
