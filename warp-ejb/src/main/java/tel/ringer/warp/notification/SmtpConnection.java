package tel.ringer.warp.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One connection to the relay, kept from mail to mail and made anew when it is gone. One thread at a time uses it. */
final class SmtpConnection implements AutoCloseable {
    /** Far below the five minutes for which a server waits (RFC 5321, section 4.5.3.2.7). */
    static final Duration IDLE_FOR = Duration.ofSeconds(60);

    private final Session session;
    private final Clock clock;
    private @Nullable Transport transport;
    private Instant usedAt = Instant.MIN;

    SmtpConnection(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Makes sure that there is one. Whether an open one still works is asked of the server, with NOOP. */
    synchronized Transport open() throws MessagingException {
        Transport known = transport;
        if (known == null || !known.isConnected()) {
            close();
            known = session.getTransport();
            known.connect();
            transport = known;
        }
        usedAt = clock.instant();
        return known;
    }

    /**
     * @param before as of when it is too late: another thread may have kept the connection busy, or it was made anew
     * @return whether the relay has it; false if it was too late
     * @throws SendFailedException if the relay answered and did not take it; the connection lives on
     */
    synchronized boolean send(MimeMessage message, Instant before) throws MessagingException {
        Transport connected = open();
        if (!clock.instant().isBefore(before)) {
            return false;
        }
        try {
            connected.sendMessage(message, message.getAllRecipients());
            return true;
        } catch (SendFailedException answered) {
            throw answered;
        } catch (MessagingException broken) {
            close();
            throw broken;
        }
    }

    /** To be called now and then. */
    synchronized void closeIfIdle() {
        if (transport != null && clock.instant().isAfter(usedAt.plus(IDLE_FOR))) {
            close();
        }
    }

    @Override
    public synchronized void close() {
        Transport known = transport;
        transport = null;
        if (known != null) {
            closeQuietly(known);
        }
    }

    /** It may be gone already, which is what was wanted. */
    private static void closeQuietly(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            System.getLogger(SmtpConnection.class.getName())
                    .log(System.Logger.Level.DEBUG, "The relay was gone before: {0}", gone);
        }
    }
}
