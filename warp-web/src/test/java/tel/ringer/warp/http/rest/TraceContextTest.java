package tel.ringer.warp.http.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final TraceContext context = new TraceContext();

    @Test
    void goesOnAsItCame() {
        context.accept(PARENT, "vendor=a,other=b");

        assertEquals(Optional.of(TRACE), context.traceId());
        assertEquals(Map.of("traceparent", PARENT, "tracestate", "vendor=a,other=b"), context.headers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void anEmptyStateIsNone(String state) {
        context.accept(PARENT, state);

        assertEquals(Map.of("traceparent", PARENT), context.headers());
    }

    @Test
    void aLongStateIsDroppedAlone() {
        context.accept(PARENT, "a=" + "b".repeat(511));

        assertEquals(Map.of("traceparent", PARENT), context.headers());
    }

    @Test
    void aLaterVersionMayGoOn() {
        context.accept("01-" + TRACE + "-00f067aa0ba902b7-01-more", null);

        assertEquals(Optional.of(TRACE), context.traceId());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-01-more",
                "01-" + TRACE + "-00f067aa0ba902b7-01more",
                "00-" + TRACE + "-00f067aa0ba902b7",
                "00-" + TRACE + "-00f067aa0ba902b7-01 "
            })
    void whatIsNoneIsNotPassedOn(String parent) {
        context.accept(parent, "vendor=a");

        assertEquals(Optional.empty(), context.traceId());
        assertEquals(Map.of(), context.headers());
    }
}
