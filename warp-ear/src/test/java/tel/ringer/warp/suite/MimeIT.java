package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.runner.MailSink;
import tel.ringer.warp.runner.ReceivedMail;

/** Mails as they come out of the server at the other end. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MimeIT {
    private static final String NAME = "Größenwahn & Söhne 東京 <script>";

    private final Company company = World.company();
    private final Api owner = World.member(company, "customer_admin", "OWNER").api();

    private ReceivedMail mailTo(String email) {
        return Await.until("mail to " + email, () -> PartsForTests.mailSink().received().stream()
                .filter(mail -> mail.recipients().contains(email))
                .findFirst());
    }

    @Test
    void anInvitationIsWholeInBothAlternativesWhateverTheCompanyIsCalled() throws Exception {
        World.update("update accounts.customers set company_name = ? where id = ?", NAME, company.id());
        String email = World.newEmail();
        String invitation = World.invite(owner, company, email).getString("id");
        MimeMessage message = mailTo(email).message();
        String token = World.tokenMailedTo(email);

        assertEquals("You are invited to " + NAME, message.getSubject());
        assertEquals("<" + World.mailOf(invitation, "message_id") + "@warp.example>", message.getMessageID());
        assertEquals("auto-generated", message.getHeader("Auto-Submitted", null));
        assertTrue(message.getHeader("X-SMTPAPI", null).contains(World.mailOf(invitation, "message_id")));
        assertTrue(message.isMimeType("multipart/alternative"));
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertEquals(2, parts.getCount());
        assertSays(parts.getBodyPart(0), "text/plain", List.of(NAME, "/invitations/" + token + "\r\n", " UTC."));
        assertSays(
                parts.getBodyPart(1),
                "text/html",
                List.of(
                        "<html lang=\"en\">",
                        "<title>You are invited to Größenwahn &amp; Söhne 東京 &lt;script&gt;</title>",
                        "href=\"http://localhost:" + PartsForTests.server().getPort() + "/invitations/" + token + "\"",
                        " UTC."));
        assertAsciiInShortLines(message);
    }

    private static void assertSays(BodyPart part, String type, List<String> texts) throws Exception {
        assertTrue(part.isMimeType(type) && part.getContentType().contains("UTF-8"), part.getContentType());
        String content = part.getContent().toString();
        texts.forEach(text -> assertTrue(content.contains(text) || content.contains(text.replace("\r", "")), content));
    }

    private static void assertAsciiInShortLines(MimeMessage message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        String wire = out.toString(StandardCharsets.ISO_8859_1);
        assertTrue(
                wire.lines()
                        .allMatch(line -> line.length() <= 998 && line.chars().allMatch(c -> c < 128)),
                wire);
    }

    @Test
    void manyMailsGoOverOneConnection() {
        MailSink sink = PartsForTests.mailSink();
        World.sentMailOf(World.invite(owner, company, World.newEmail()).getString("id"));
        int before = sink.connections();
        for (int i = 0; i < 5; i++) {
            World.sentMailOf(World.invite(owner, company, World.newEmail()).getString("id"));
        }
        assertEquals(before, sink.connections());
    }
}
