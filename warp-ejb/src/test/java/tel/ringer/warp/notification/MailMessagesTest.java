package tel.ringer.warp.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailMessagesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final UUID ID = UUID.fromString("0f0f0f0f-1111-4222-8333-444455556666");

    private static byte[] written(String from, Optional<String> key, Mail mail) throws MessagingException, IOException {
        MimeMessage message = new MailMessages(from, key, CLOCK).write(SESSION, new PreparedMail(ID, mail, false));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toByteArray();
    }

    private static Mail mail(String subject, String text) {
        return new Mail(
                "jane@xn--mller-kva.example",
                Optional.of("answers@acme.example"),
                subject,
                text,
                "<p>" + text + "</p>");
    }

    private static MimeMessage read(byte[] written) throws MessagingException {
        return new MimeMessage(SESSION, new ByteArrayInputStream(written));
    }

    @Test
    void theHeadersAreThoseOfAnAutomaticMail() throws Exception {
        MimeMessage read =
                read(written("WARP <no-reply@warp.example>", Optional.empty(), mail("You are invited", "Hello")));
        assertEquals("<" + ID + "@warp.example>", read.getMessageID());
        assertEquals(Date.from(NOON), read.getSentDate());
        assertEquals("auto-generated", read.getHeader("Auto-Submitted", null));
        assertEquals("1.0", read.getHeader("MIME-Version", null));
        assertEquals("jane@xn--mller-kva.example", read.getHeader("To", null));
        assertEquals("answers@acme.example", read.getHeader("Reply-To", null));
        assertNull(read.getHeader("X-SMTPAPI"));
    }

    @Test
    void theSameMailHasTheSameMessageIdAtEachAttempt() throws Exception {
        Mail mail = mail("You are invited", "Hello");
        assertEquals(
                read(written("a@warp.example", Optional.empty(), mail)).getMessageID(),
                read(written("a@warp.example", Optional.empty(), mail)).getMessageID());
    }

    @Test
    void sendGridIsToldHowToNameTheMail() throws Exception {
        MimeMessage read = read(written("a@warp.example", Optional.of("key"), mail("Hello", "Hello")));
        assertEquals("{\"unique_args\":{\"warp_mail_id\":\"" + ID + "\"}}", read.getHeader("X-SMTPAPI", null));
    }

    @Test
    void theAlternativesArePlainTextFirstThenHtml() throws Exception {
        MimeMessage read = read(written("a@warp.example", Optional.empty(), mail("Hello", "Grüße, 東京 & Søren")));
        assertTrue(read.isMimeType("multipart/alternative"));
        MimeMultipart parts = (MimeMultipart) read.getContent();
        assertEquals(2, parts.getCount());
        assertPart(parts.getBodyPart(0), "text/plain", "Grüße, 東京 & Søren");
        assertPart(parts.getBodyPart(1), "text/html", "<p>Grüße, 東京 & Søren</p>");
    }

    private static void assertPart(BodyPart part, String type, String content) throws Exception {
        assertTrue(part.isMimeType(type)
                && part.getContentType().toLowerCase(Locale.ROOT).contains("utf-8"));
        String encoding = part.getHeader("Content-Transfer-Encoding")[0];
        assertTrue(encoding.equals("quoted-printable") || encoding.equals("base64"), encoding);
        assertEquals(content, part.getContent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You are invited to Größenwahn & Söhne",
                "You are invited to 東京電話株式会社",
                "You are invited to شركة الهاتف",
                "You are invited to Evil\r\nBcc: eve@evil.example",
                "You are invited to =?utf-8?q?Evil?=",
                "You are invited to a company whose name is longer than any line of a header may be, and goes on and on, Ltd"
            })
    void aSubjectArrivesAsItIsWhateverACompanyIsCalled(String subject) throws Exception {
        Mail mail = mail(subject, "Hello");
        byte[] written = written("a@warp.example", Optional.empty(), mail);
        MimeMessage read = read(written);
        assertNull(read.getHeader("Bcc"));
        assertWire(written);
        if (!subject.contains("=?")) {
            assertEquals(mail.subject(), read.getSubject());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größe Télécom <a@warp.example>", "東京 <a@warp.example>", "\"WARP, Inc.\" <a@warp.example>"})
    void aSenderMayHaveAnyName(String from) throws Exception {
        byte[] written = written(from, Optional.empty(), mail("Hello", "Hello"));
        InternetAddress sender = (InternetAddress) read(written).getFrom()[0];
        assertEquals("a@warp.example", sender.getAddress());
        assertEquals(from.substring(0, from.indexOf(" <")).replace("\"", ""), sender.getPersonal());
        assertWire(written);
    }

    @Test
    void longLinesAreWrappedForTheWire() throws Exception {
        String line = "long ".repeat(500);
        byte[] written = written("a@warp.example", Optional.empty(), mail("Hello", line));
        assertWire(written);
        assertEquals(
                line,
                ((MimeMultipart) read(written).getContent()).getBodyPart(0).getContent());
    }

    /** ASCII alone, and no line longer than 998 (RFC 5322, section 2.1.1). */
    private static void assertWire(byte[] written) {
        String wire = new String(written, StandardCharsets.ISO_8859_1);
        assertTrue(wire.chars().allMatch(c -> c < 128), wire);
        assertTrue(wire.lines().allMatch(line -> line.length() <= 998), wire);
    }
}
