package tel.ringer.warp.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTextTest {
    /** What clients make a link of: a scheme, a known beginning, or a name with a domain at its end. */
    private static final Pattern LINKED = Pattern.compile(
            "(?i)://|\\\\\\\\|(?<![a-z])www\\.|(?:mailto|javascript|data|tel):\\S|\\S[.\u3002\uff0e\uff61][a-z]{2}");

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\u2028\u2029\u034f\u115f\u3164&&[^\\n]]");

    private static Stream<Arguments> texts(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = PlainTextTest.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
        }
        return texts.entrySet().stream().map(text -> Arguments.of(text.getKey(), text.getValue()));
    }

    static Stream<Arguments> hostile() throws IOException {
        return texts("hostile.properties");
    }

    static Stream<Arguments> legitimate() throws IOException {
        return texts("legitimate.properties");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void ofWhatIsHostileOnlyPlainTextIsLeft(String tries, String written) {
        String name = PlainText.name(written);
        String message = PlainText.lines(written, 1000).orElse("");
        for (String kept : new String[] {name, message}) {
            assertFalse(LINKED.matcher(kept).find(), kept);
            assertFalse(UNSEEN.matcher(kept).find(), kept);
            assertTrue(Normalizer.isNormalized(kept, Normalizer.Form.NFC), kept);
        }
        assertFalse(name.contains("\n"), name);
        assertFalse(message.contains("\n\n\n"), message);
        assertTrue(name.length() >= 1 && name.codePointCount(0, name.length()) <= 100, name);
        assertEquals(name, PlainText.name(name), "what was cleaned is clean");
        assertEquals(message, PlainText.lines(message, 1000).orElse(""), "what was cleaned is clean");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("legitimate")
    void whatIsLegitimateStaysAsItIs(String what, String written) {
        assertEquals(written, PlainText.name(written));
        assertEquals(Optional.of(written), PlainText.lines(written, 1000));
    }

    @ParameterizedTest
    @CsvSource({
        "Booking.com B.V., Booking. com B.V.",
        "write to jane@acme.example, write to jane@acme. example",
        "done.Thanks, done. Thanks"
    })
    void theNameOfADomainCanBeReadButNotFollowed(String written, String kept) {
        assertEquals(kept, PlainText.name(written));
    }

    @Test
    void accentsAreWrittenInOneWay() {
        assertEquals("Ren\u00e9e", PlainText.name("Rene\u0301e"));
    }

    @Test
    void aLineBreakInANameIsASpace() {
        assertEquals("Acme Bcc: x", PlainText.name("Acme\r\n\tBcc: x"));
    }

    @Test
    void whatIsTooLongIsCutBetweenCharacters() {
        assertEquals("\ud83d\ude80".repeat(100), PlainText.name("\ud83d\ude80".repeat(101)));
        assertEquals(500, PlainText.line("x".repeat(501)).orElseThrow().length());
    }

    @Test
    void whatHasNoNameLeftIsStillCalledSomething() {
        assertEquals("\u2014", PlainText.name("\u200b https://evil.example"));
        assertEquals(Optional.empty(), PlainText.line(" \u202e "));
    }
}
