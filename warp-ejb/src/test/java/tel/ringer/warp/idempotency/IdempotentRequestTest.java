package tel.ringer.warp.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

class IdempotentRequestTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("a-key");

    private static String fingerprint(String operation, String... words) {
        return new IdempotentRequest(KEY, operation, List.of(words)).fingerprint();
    }

    @Test
    void theSameWordsAreTheSameRequest() {
        assertEquals(fingerprint("create", "a", "b"), fingerprint("create", "a", "b"));
    }

    @Test
    void noWordRunsIntoTheNext() {
        assertNotEquals(fingerprint("create", "ab", "c"), fingerprint("create", "a", "bc"));
        assertNotEquals(fingerprint("create", "a", ""), fingerprint("create", "", "a"));
        assertNotEquals(fingerprint("create", "a"), fingerprint("create", "a", ""));
        assertNotEquals(fingerprint("create", "1:a1:b"), fingerprint("create", "a", "b"));
    }

    @Test
    void anotherOperationIsAnotherRequest() {
        assertNotEquals(fingerprint("create", "a"), fingerprint("resend", "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "tab\t", "línea", "nul\0", "line\nbreak"})
    void aKeyIsVisibleAscii(String text) {
        ProblemException refused = assertThrows(ProblemException.class, () -> new IdempotencyKey(text));

        assertEquals(ProblemKind.MALFORMED, refused.kind());
        assertEquals("invalid_idempotency_key", refused.code());
    }

    @Test
    void aKeyHasAtMost255Characters() {
        assertEquals(255, new IdempotencyKey("x".repeat(255)).value().length());
        assertThrows(ProblemException.class, () -> new IdempotencyKey("x".repeat(256)));
    }

    @Test
    void aKeyDoesNotPrint() {
        assertFalse(new IdempotentRequest(KEY, "create", List.of()).toString().contains("a-key"));
    }
}
