package tel.ringer.warp.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tel.ringer.warp.testing.Refusals.refused;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.problem.ProblemKind;

class CursorTest {
    private static final UUID ID = UUID.fromString("0b5c1f6e-9a3d-4c2b-8e7f-123456789abc");

    @ParameterizedTest
    @ValueSource(
            strings = {"", "acme ltd", "2026-11-22T12:00:00.123456Z", "m\u00fcller & s\u00f6hne \ud83d\ude80", "a|b:c/d"
            })
    void aPlaceIsFoundAgain(String key) {
        assertEquals(new Cursor(key, ID), Cursor.decode(new Cursor(key, ID).encode()));
    }

    @Test
    void aCursorNeedsNoEscapingInAUrl() {
        assertTrue(new Cursor("???>>>~~~\u00ff", ID).encode().matches("[A-Za-z0-9_-]+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "!!!!", "abc=def", "%00", "bm90IGEgY3Vyc29y", "0b5c1f6e-9a3d-4c2b-8e7f-123456789abc"})
    void garbageIsNoPlace(String text) {
        refused(ProblemKind.MALFORMED, "invalid_cursor", () -> Cursor.decode(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0b5c1f6e-9a3d-4c2b-8e7f-123456789abg", "0b5c1f6e-9a3d-4c2b-8e7f-123456789abc\0"})
    void anEncodedPlaceThatIsNoneIsRefused(String decoded) {
        String text = Base64.getUrlEncoder().encodeToString(decoded.getBytes(StandardCharsets.UTF_8));
        refused(ProblemKind.MALFORMED, "invalid_cursor", () -> Cursor.decode(text));
    }
}
