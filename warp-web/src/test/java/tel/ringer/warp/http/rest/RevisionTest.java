package tel.ringer.warp.http.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

class RevisionTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", " \"3\" ", "\"2\", \"3\"", "W/\"1\",\"3\"", "*"})
    void whatWasReadIsExpected(String ifMatch) {
        assertTrue(Revision.expected(ifMatch).test(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"3\"", "\"33\"", "\"\"", "\"3-gzip\""})
    void whatWasNotReadIsNot(String ifMatch) {
        assertFalse(Revision.expected(ifMatch).test(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "\"3", "\"3\" \"4\"", "\"3\",", "*, \"3\""})
    void whatIsNoTagIsMalformed(String ifMatch) {
        ProblemException problem = assertThrows(ProblemException.class, () -> Revision.expected(ifMatch));
        assertEquals(ProblemKind.MALFORMED, problem.kind());
        assertEquals("malformed_if_match", problem.code());
    }

    @Test
    void whoDoesNotSayIsAskedTo() {
        ProblemException problem = assertThrows(ProblemException.class, () -> Revision.expected(null));
        assertEquals(ProblemKind.UNCONDITIONAL, problem.kind());
        assertEquals("precondition_required", problem.code());
    }

    @Test
    void theTagIsStrong() {
        assertEquals("3", Revision.tag(3).getValue());
        assertFalse(Revision.tag(3).isWeak());
    }
}
