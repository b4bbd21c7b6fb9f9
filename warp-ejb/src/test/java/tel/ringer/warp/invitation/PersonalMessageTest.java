package tel.ringer.warp.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tel.ringer.warp.testing.Refusals.refused;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.problem.ProblemKind;

class PersonalMessageTest {
    private static String cleaned(String written) {
        return PersonalMessage.of(written).map(PersonalMessage::text).orElse("");
    }

    @Test
    void plainTextStaysAsItWasWritten() {
        String text = "Hi Jane,\nwelcome to the team <3 \u2014 \u00e4\u00f6\u00fc \u4f60\u597d \ud83d\ude80";
        assertEquals(text, cleaned(text));
        assertEquals(text, cleaned("  " + text.replace("\n", "\r\n") + "\n\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/x?y=z#w",
                "http://evil.example",
                "HTTPS://EVIL.EXAMPLE",
                "ftp://evil.example",
                "custom+scheme://evil.example",
                "www.evil.example",
                "WWW.evil.example/login",
                "mailto:eve@evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "(https://evil.example)",
                "<https://evil.example>",
                "see:https://evil.example",
                "_https://evil.example_",
                "1https://evil.example",
                "\u00e9https://evil.example",
                "_www.evil.example",
                "ht\u200btps://evil.example",
                "https:\u2060//evil.example",
                "h\u00adttps://evil.example",
                "https:\u0000//evil.example",
                "https://evil.example\u202e",
                "ht\udb40\udc41tps://evil.example",
                "www\u200b.evil.example",
                "hthttps://tps://evil.example"
            })
    void aLinkIsTakenOut(String link) {
        String text = cleaned("look " + link + " now");
        assertEquals(-1, text.indexOf("evil"), text);
        assertEquals(-1, text.indexOf("://"), text);
        assertEquals("look", text.substring(0, 4));
        assertEquals("now", text.substring(text.length() - 3));
    }

    @Test
    void whatIsInvisibleIsTakenOutButLineBreaksStay() {
        assertEquals("ab\nc", cleaned("a\u0000\u0007\u001b\u200b\u200e\u202e\u2066\ufeff\u00ad\u0085b\nc\t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\n", "\u200b", "https://evil.example", " www.evil.example "})
    void aMessageOfWhichNothingIsLeftIsNone(String written) {
        assertEquals(Optional.empty(), PersonalMessage.of(written));
    }

    @Test
    void aMessageHasAtMostAThousandCharacters() {
        assertEquals(1000, cleaned("x".repeat(1000)).length());
        refused(ProblemKind.INVALID, "message_too_long", () -> PersonalMessage.of("x".repeat(1001)));
    }
}
