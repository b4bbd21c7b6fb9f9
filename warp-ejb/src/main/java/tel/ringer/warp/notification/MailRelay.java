package tel.ringer.warp.notification;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;

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

    void send(PreparedMail mail) throws MessagingException {
        connection.send(messages.write(session, mail));
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
