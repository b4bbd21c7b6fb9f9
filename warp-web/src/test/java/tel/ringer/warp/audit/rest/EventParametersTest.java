package tel.ringer.warp.audit.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.audit.EventFilter;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

class EventParametersTest {
    @Test
    void whatIsAbsentFiltersNothing() {
        assertEquals(
                new EventFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                EventParameters.read(null, null, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00:00Z, 2026-11-22T10:00:00Z",
        "2026-11-22T10:00:00.123456Z, 2026-11-22T10:00:00.123456Z",
        "2026-11-22T12:00:00+02:00, 2026-11-22T10:00:00Z"
    })
    void timesAreRead(String text, Instant expected) {
        assertEquals(
                Optional.of(expected),
                EventParameters.read(null, null, null, null, text, null).from());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-11-22",
                "2026-11-22T10:00:00",
                "2026-13-22T10:00:00Z",
                "2026-11-31T10:00:00Z",
                "+999999999-01-01T00:00:00Z"
            })
    void whatIsNoTimestampIsRefused(String text) {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> EventParameters.read(null, null, null, null, null, text));
        assertEquals(ProblemKind.MALFORMED, refused.kind());
        assertEquals(Map.of("parameter", "to"), refused.members());
    }

    @Test
    void whatIsNoIdIsRefused() {
        assertThrows(ProblemException.class, () -> EventParameters.read("x", null, null, null, null, null));
        assertThrows(ProblemException.class, () -> EventParameters.read(null, "1-1-1-1-1", null, null, null, null));
        assertThrows(ProblemException.class, () -> EventParameters.read(null, null, null, "x", null, null));
    }
}
