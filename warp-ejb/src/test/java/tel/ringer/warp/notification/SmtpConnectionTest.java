package tel.ringer.warp.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SmtpConnectionTest {
    private static final int MANY = 1000;

    private final MovingClock clock = new MovingClock();

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private SmtpConnection connection(FakeRelay relay) {
        return new SmtpConnection(session(relay.port()), clock);
    }

    private static Session session(int port) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", "localhost");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.timeout", "5000");
        return Session.getInstance(properties);
    }

    private static MimeMessage to(String address) throws MessagingException {
        MimeMessage message = new MimeMessage((Session) null);
        message.setFrom("no-reply@warp.example");
        message.setRecipients(Message.RecipientType.TO, address);
        message.setText("Hello");
        message.saveChanges();
        return message;
    }

    private static void sendOne(SmtpConnection connection) {
        try {
            connection.send(to("somebody@example.com"), Instant.MAX);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneConnectionServesManyMails() throws Exception {
        try (FakeRelay relay = new FakeRelay(MANY);
                SmtpConnection connection = connection(relay)) {
            for (int i = 0; i < 5; i++) {
                connection.open();
                sendOne(connection);
                connection.closeIfIdle();
            }
            assertEquals(1, relay.connections());
            assertEquals(5, relay.count("DATA"));
        }
    }

    @Test
    void aConnectionThatTheRelayClosedIsMadeAnew() throws Exception {
        try (FakeRelay relay = new FakeRelay(2);
                SmtpConnection connection = connection(relay)) {
            for (int i = 0; i < 6; i++) {
                sendOne(connection);
            }
            assertEquals(3, relay.connections());
            assertEquals(6, relay.count("DATA"));
        }
    }

    @Test
    void anIdleConnectionIsClosed() throws Exception {
        try (FakeRelay relay = new FakeRelay(MANY);
                SmtpConnection connection = connection(relay)) {
            sendOne(connection);
            clock.now = clock.now.plus(SmtpConnection.IDLE_FOR);
            connection.closeIfIdle();
            sendOne(connection);
            assertEquals(1, relay.connections());
            clock.now = clock.now.plus(SmtpConnection.IDLE_FOR).plus(Duration.ofMillis(1));
            connection.closeIfIdle();
            assertEquals(1, relay.count("QUIT"));
            sendOne(connection);
            assertEquals(2, relay.connections());
        }
    }

    @Test
    void aRefusedAddressDoesNotEndTheConnection() throws Exception {
        try (FakeRelay relay = new FakeRelay(MANY);
                SmtpConnection connection = connection(relay)) {
            assertThrows(SendFailedException.class, () -> connection.send(to("nobody@example.com"), Instant.MAX));
            sendOne(connection);
            assertEquals(1, relay.connections());
        }
    }

    /** The port is taken, so that nobody else comes to listen there. */
    @Test
    void whereNobodyAnswersThereIsNone() throws IOException {
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            SmtpConnection connection = new SmtpConnection(session(taken.getLocalPort()), clock);
            assertThrows(MessagingException.class, connection::open);
            assertThrows(MessagingException.class, () -> connection.send(to("somebody@example.com"), Instant.MAX));
            connection.close();
        }
    }

    /** Connecting took so long, say. */
    @Test
    void nothingIsSentOnceItIsTooLate() throws Exception {
        try (FakeRelay relay = new FakeRelay(MANY);
                SmtpConnection connection = connection(relay)) {
            assertTrue(connection.send(to("somebody@example.com"), clock.now.plusNanos(1)));
            assertFalse(connection.send(to("somebody@example.com"), clock.now));
            assertEquals(1, relay.count("DATA"));
            assertEquals(1, relay.count("MAIL"));
        }
    }

    @Test
    void oneThreadAtATimeUsesIt() throws Exception {
        try (FakeRelay relay = new FakeRelay(MANY);
                SmtpConnection connection = connection(relay)) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            for (int i = 0; i < 40; i++) {
                threads.execute(() -> sendOne(connection));
            }
            threads.shutdown();
            threads.awaitTermination(20, TimeUnit.SECONDS);
            assertEquals(40, relay.count("DATA"));
            assertEquals(1, relay.connections());
        }
    }
}
