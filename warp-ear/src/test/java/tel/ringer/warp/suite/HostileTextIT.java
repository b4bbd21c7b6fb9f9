package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;
import tel.ringer.warp.runner.ReceivedMail;

/** Invites with every hostile name and message there is, and looks at the mails as they travel. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HostileTextIT {
    private static final Pattern TAG = Pattern.compile("</?[a-z!][^>]*>");
    private static final Pattern LINK = Pattern.compile("(?i)[a-z]+://[^\\s\"<]*|\\bwww\\.\\S*");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}&&[^\u200c\u200d]]");

    private static Map<String, String> corpus() throws IOException {
        Path file = Path.of(
                System.getProperty("warp.test.root"),
                "warp-ejb/src/test/resources/tel/ringer/warp/invitation/hostile.properties");
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        Map<String, String> corpus = new LinkedHashMap<>();
        texts.stringPropertyNames().stream()
                // Neither PostgreSQL nor JSON carries these to where they could do harm.
                .filter(key -> !Set.of("control.nul", "control.surrogate").contains(key))
                .sorted()
                .forEach(key -> corpus.put(key, texts.getProperty(key)));
        return corpus;
    }

    private final Person inviter = World.superAdmin();
    private final Api caller = inviter.api();

    private String inviteWith(String text) {
        Company company = World.company();
        World.update("update accounts.customers set company_name = left(?, 200) where id = ?", text, company.id());
        World.update("update auth.users set display_name = left(?, 200) where id = ?", text, inviter.id());
        String email = World.newEmail();
        JsonObject invitation = World.invitation(email, "viewer", "USER")
                .add("message", "Hello\n" + text)
                .build();
        Answer answer = caller.post("/v1/admin/customers/" + company.id() + "/invitations", invitation);
        assertEquals(201, answer.status(), answer.body());
        return email;
    }

    private static ReceivedMail mailTo(String email) {
        return Await.until("the mail to " + email, () -> PartsForTests.mailSink().received().stream()
                .filter(mail -> mail.recipients().contains(email))
                .findFirst());
    }

    @Test
    void noNameAndNoMessageMakesAMailSaySomethingElse() throws Exception {
        String harmless = inviteWith("Acme");
        Map<String, String> recipients = new LinkedHashMap<>();
        for (Map.Entry<String, String> hostile : corpus().entrySet()) {
            recipients.put(hostile.getKey(), inviteWith(hostile.getValue()));
        }
        Shape expected = Shape.of(mailTo(harmless));
        for (Map.Entry<String, String> each : recipients.entrySet()) {
            Shape shape = Shape.of(mailTo(each.getValue()));
            assertEquals(expected.headers(), shape.headers(), each.getKey());
            assertEquals(expected.tags(), shape.tags(), each.getKey());
            assertTrue(shape.foreignLinks().isEmpty(), () -> each.getKey() + ": " + shape.foreignLinks());
            assertFalse(UNSEEN.matcher(shape.text()).find(), each.getKey());
            String page = Api.anonymous()
                    .getPage("/invitations/" + World.tokenMailedTo(each.getValue()))
                    .body();
            assertFalse(page.contains("<script") || page.contains("<img"), each.getKey());
            assertFalse(UNSEEN.matcher(page).find(), each.getKey());
        }
    }

    @Test
    void theReasonOfARevocationIsPlainTextToo() {
        Company company = World.company();
        Api owner = World.member(company, "customer_admin", "OWNER").api();
        String id = World.invite(owner, company, World.newEmail()).getString("id");

        owner.delete("/v1/admin/invitations/" + id + "?reason=see%20https://evil.example/x%20%E2%80%AEnow%0AX:1");

        assertEquals(
                "see now X:1", owner.get("/v1/admin/invitations/" + id).json().getString("close_reason"));
    }

    /**
     * What must not depend on what people write.
     *
     * @param headers names with how often each is there, and that each subject is one line
     * @param tags of the HTML part but for the quoted message's line breaks
     */
    private record Shape(Set<String> headers, List<String> tags, List<String> foreignLinks, String text) {
        static Shape of(ReceivedMail mail) throws Exception {
            MimeMultipart parts = (MimeMultipart) mail.message().getContent();
            String html = part(parts, "text/html");
            String text = mail.subject() + "\n" + mail.text() + "\n" + html;
            assertFalse(mail.subject().contains("\n"), mail.subject());
            List<String> tags = new ArrayList<>();
            TAG.matcher(html)
                    .results()
                    .map(tag -> tag.group().replaceAll("href=\"[^\"]*\"", "href"))
                    .forEach(tags::add);
            tags.removeIf("<br>"::equals);
            tags.removeIf(tag -> tag.contains("blockquote"));
            List<String> links = LINK.matcher(text)
                    .results()
                    .map(link -> link.group())
                    .filter(link -> !link.startsWith(PartsForTests.server().toString()))
                    .toList();
            return new Shape(headers(mail), tags, links, text);
        }

        private static Set<String> headers(ReceivedMail mail) throws Exception {
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            mail.message().writeTo(raw);
            String head = raw.toString(StandardCharsets.US_ASCII).split("\r?\n\r?\n", 2)[0];
            Set<String> names = new TreeSet<>();
            for (String line : head.split("\r?\n", -1)) {
                if (!line.startsWith(" ") && !line.startsWith("\t")) {
                    String name = line.split(":", 2)[0];
                    assertTrue(names.add(name) || name.equals("Received"), () -> name + " is there twice");
                }
            }
            return names;
        }

        private static String part(MimeMultipart parts, String type) throws Exception {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType(type)) {
                    return part.getContent().toString();
                }
            }
            throw new AssertionError("No " + type);
        }
    }
}
