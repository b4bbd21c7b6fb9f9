package tel.ringer.warp.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tel.ringer.warp.template.Templates;

class MailLanguageTest {
    private static final Instant INSTANT = Instant.parse("2026-11-02T07:05:00Z");
    private static final Templates TEMPLATES = new Templates(InvitationMails.class);
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?:link|neverAgain|title)=(\\w+)|\\$\\{(?:roles\\[)?(\\w+)");
    private static final Map<String, String> MODEL = Stream.of(
                    "company", "ban", "inviter", "userType", "allows", "expiry", "link", "neverAgain", "message")
            .collect(Collectors.toMap(name -> name, name -> name + "-value"));

    static Stream<Arguments> templates() {
        return Stream.of("invitation", "reminder", "welcome")
                .flatMap(mail -> Stream.of("-subject.ftl", ".ftl", ".ftlh").map(part -> mail + part))
                .flatMap(template -> Arrays.stream(MailLanguage.values())
                        .filter(language -> language != MailLanguage.EN)
                        .map(language -> Arguments.of(template, language)));
    }

    private static String translated(String template, MailLanguage language) {
        return template.replace(".", "_" + language.tag() + ".");
    }

    private static Set<String> placeholders(String template) throws IOException {
        try (InputStream in = InvitationMails.class.getResourceAsStream(template)) {
            String text = new String(Objects.requireNonNull(in, template).readAllBytes(), StandardCharsets.UTF_8);
            return PLACEHOLDER
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void eachLanguageTellsTheSame(String template, MailLanguage language) throws IOException {
        assertEquals(placeholders(template), placeholders(translated(template, language)));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aMailIsWrittenInTheLanguageThatIsAskedFor(String template, MailLanguage language) {
        for (String role : new String[] {"user", "admin", "owner"}) {
            Map<String, String> model = new HashMap<>(MODEL);
            model.put("role", role);
            String text = TEMPLATES.render(template, language.locale(), model);
            assertNotEquals(TEMPLATES.render(template, Locale.US, model), text);
            assertTrue(text.contains("company-value"), text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHtmlSaysInWhichLanguageItIs(MailLanguage language) {
        Map<String, String> model = new HashMap<>(MODEL);
        model.put("role", "user");
        assertTrue(TEMPLATES
                .render("invitation.ftlh", language.locale(), model)
                .contains("<html lang=\"" + language.tag() + "\""));
    }

    @Test
    void datesAreWrittenAsItsReadersWriteThem() {
        assertEquals("Monday, 2 November 2026 at 07:05 UTC", MailLanguage.EN.dateTime(INSTANT));
        assertEquals("lunes, 2 de noviembre de 2026 a las 07:05 UTC", MailLanguage.ES.dateTime(INSTANT));
    }

    @ParameterizedTest
    @CsvSource({"en,EN", "es,ES"})
    void aLanguageHasATag(String tag, MailLanguage language) {
        assertEquals(language, MailLanguage.of(tag));
        assertEquals(tag, language.tag());
        assertTrue(tag.matches(MailLanguage.TAGS));
    }

    @Test
    void thereIsNoOther() {
        assertFalse("de".matches(MailLanguage.TAGS));
        assertThrows(IllegalArgumentException.class, () -> MailLanguage.of("de"));
    }
}
