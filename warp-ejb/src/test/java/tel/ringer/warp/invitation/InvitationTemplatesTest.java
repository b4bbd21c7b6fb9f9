package tel.ringer.warp.invitation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.template.Templates;

class InvitationTemplatesTest {
    private static final String HOSTILE = "<script>alert('x')</script>\"&<img src=x onerror=y>";
    private static final Templates TEMPLATES = new Templates(InvitationMails.class);

    private static Map<String, Object> model(String text) {
        Map<String, Object> model = new HashMap<>();
        List.of("company", "ban", "email", "inviter", "userType", "allows", "role", "expiry", "link", "neverAgain")
                .forEach(name -> model.put(name, text));
        model.put("message", text);
        return model;
    }

    @ParameterizedTest
    @ValueSource(strings = {"invitation.ftlh", "reminder.ftlh", "welcome.ftlh", "renewal.ftlh"})
    void nothingThatPeopleWriteBecomesMarkup(String template) {
        String harmless = TEMPLATES.render(template, model("plain"));
        String html = TEMPLATES.render(template, model(HOSTILE));
        assertTrue(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;&lt;img"), html);
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<img"), html);
        assertTrue(count(harmless, '<') == count(html, '<') && count(harmless, '"') == count(html, '"'), html);
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invitation.ftl", "reminder.ftl", "welcome.ftl", "renewal.ftl"})
    void plainTextIsNotEscaped(String template) {
        assertTrue(TEMPLATES.render(template, model("Smith & Sons <UK>")).contains("Smith & Sons <UK>"));
    }

    @Test
    void theMessageIsQuotedLineByLine() {
        Map<String, Object> model = model("x");
        model.put("message", "one\ntwo & three");
        assertTrue(TEMPLATES.render("invitation.ftl", model).contains("\n> one\n> two & three\n"));
        assertTrue(TEMPLATES.render("invitation.ftlh", model).contains("one<br>two &amp; three</blockquote>"));
    }

    @Test
    void withoutAMessageNothingIsQuoted() {
        Map<String, Object> model = model("x");
        model.put("message", "");
        assertFalse(TEMPLATES.render("invitation.ftl", model).contains("writes:"));
        assertFalse(TEMPLATES.render("invitation.ftlh", model).contains("<blockquote"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invitation.ftl",
                "invitation.ftlh",
                "reminder.ftl",
                "reminder.ftlh",
                "welcome.ftl",
                "welcome.ftlh",
                "renewal.ftl",
                "renewal.ftlh"
            })
    void aMailWithoutItsLinkIsNotWritten(String template) {
        Map<String, Object> model = model("x");
        model.remove("link");
        assertThrows(IllegalStateException.class, () -> TEMPLATES.render(template, model));
    }
}
