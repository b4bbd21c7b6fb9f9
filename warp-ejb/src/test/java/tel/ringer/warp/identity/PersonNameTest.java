package tel.ringer.warp.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"Ada Lovelace", "Łukasz", "李小龍", "محمد", "O'Neil-Smith 3rd", "می\u200cخواهم"})
    void namesOfAllLanguagesAreNames(String name) {
        assertEquals(name, new PersonName(name).value());
    }

    @Test
    void whiteSpaceAroundItGoesAndLettersAreComposed() {
        assertEquals("Zo\u00eb", new PersonName("  Zoe\u0308 ").value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "...",
                "a\nb",
                "a\u0000b",
                "a\ud800b",
                "a\u202eb",
                "a\u200bb",
                "a\u2028b",
                "\u200d",
                "a\ue000"
            })
    void whatIsInvisibleOrBreaksTheLineIsNoName(String text) {
        assertThrows(IllegalArgumentException.class, () -> new PersonName(text));
    }

    @Test
    void itHasUpToAHundredCharacters() {
        String longest = "\ud83d\ude00".repeat(99) + "a";
        assertEquals(longest, new PersonName(longest).value());
        assertThrows(IllegalArgumentException.class, () -> new PersonName(longest + "a"));
    }
}
