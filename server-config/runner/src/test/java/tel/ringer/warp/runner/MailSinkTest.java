package tel.ringer.warp.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {

    private static final String LINK =
            "http://localhost:8080/invitations/0b5a9d1e-3f0e-4a59-9c2c-0d8f6f6b8a11?token=abcdefghijklmnopqrstuvwxyz0123456789";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00.123Z"), ZoneOffset.UTC);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @AfterEach
    void closeOutput() {
        out.close();
    }

    @Test
    void printsEachMailOnceWithItsLinkOnALineOfItsOwn() throws Exception {
        try (MailSink sink = started()) {
            send(sink.port(), "Grüße", "ada@example.com", "bob@example.com");

            List<String> lines =
                    printed.toString(StandardCharsets.UTF_8).lines().toList();
            assertEquals(1, lines.stream().filter(LINK::equals).count());
            assertTrue(lines.contains("Subject: Grüße"));
            assertTrue(lines.contains("To: ada@example.com, bob@example.com"));
            assertEquals(1, sink.received().size());
        }
    }

    @Test
    void keepsEachMailAsItCameAndReadable() throws Exception {
        try (MailSink sink = started()) {
            send(sink.port(), "Welcome", "ada@example.com");

            assertEquals(List.of("20260301-100000-123-0001.eml", "20260301-100000-123-0001.txt"), files());
            assertTrue(Files.readAllLines(folder.resolve("20260301-100000-123-0001.txt"))
                    .contains(LINK));
        }
    }

    @Test
    void comesBackOnTheSamePortAfterAnOutage() throws Exception {
        try (MailSink sink = started()) {
            int port = sink.port();
            send(port, "before", "ada@example.com");
            sink.stop();
            assertThrows(MessagingException.class, () -> send(port, "meanwhile", "ada@example.com"));
            sink.start(port);
            send(port, "after", "ada@example.com");

            assertEquals(
                    List.of("before", "after"),
                    sink.received().stream().map(ReceivedMail::subject).toList());
        }
    }

    private MailSink started() {
        MailSink sink = new MailSink(folder, out, CLOCK);
        sink.start(0);
        return sink;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }

    private static void send(int port, String subject, String... recipients) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", Integer.toString(port));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("no-reply@warp.example"));
        for (String recipient : recipients) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        }
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setContent(textAndHtml());
        Transport.send(message);
    }

    private static MimeMultipart textAndHtml() throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Schön, dass Sie da sind:\n\n" + LINK + "\n", StandardCharsets.UTF_8.name());
        text.setHeader("Content-Transfer-Encoding", "quoted-printable");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p>Schön</p>", "text/html; charset=utf-8");
        return new MimeMultipart("alternative", text, html);
    }
}
