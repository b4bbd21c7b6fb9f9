package tel.ringer.warp.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.audit.Refusal.Source;
import tel.ringer.warp.audit.Refusal.Suppressed;

class RefusalSamplerTest {
    private static final int PER_MINUTE = 3;
    private static final int IN_ALL = 10;

    private final SetClock clock = new SetClock();
    private final RefusalSampler sampler = new RefusalSampler(PER_MINUTE, IN_ALL, clock);

    private static Source anonymousAt(String route) {
        return new Source(Optional.empty(), "GET", route);
    }

    private static Source known() {
        return new Source(Optional.of(new UserId(UUID.randomUUID())), "GET", "/things");
    }

    private long written(int times, Source source) {
        return IntStream.range(0, times)
                .filter(i -> sampler.admit(source).isPresent())
                .count();
    }

    @Test
    void ofABurstAFewAreWritten() {
        assertEquals(PER_MINUTE, written(300, known()));
    }

    @Test
    void theNextOneTellsHowManyWereNot() {
        Source source = known();
        written(300, source);
        clock.pass(Duration.ofSeconds(20));

        assertEquals(Optional.of(new Suppressed(297, 0)), sampler.admit(source));
        assertEquals(Optional.empty(), sampler.admit(source));
        clock.pass(Duration.ofSeconds(20));
        assertEquals(Optional.of(new Suppressed(1, 0)), sampler.admit(source));
    }

    @Test
    void sourcesAreLimitedApart() {
        assertEquals(PER_MINUTE, written(5, anonymousAt("/one")));
        assertEquals(PER_MINUTE, written(5, anonymousAt("/other")));
    }

    @Test
    void allSourcesTogetherHaveALimitToo() {
        long written = IntStream.range(0, 100)
                .mapToLong(i -> written(5, anonymousAt("/" + i)))
                .sum();

        assertEquals(IN_ALL, written);
    }

    @Test
    void aFloodOfAnonymousOnesHidesNobodyWhoIsKnown() {
        IntStream.range(0, 100).forEach(i -> written(5, anonymousAt("/" + i)));

        assertTrue(sampler.admit(known()).isPresent());
    }

    @Test
    void whatIsForgottenIsStillCounted() {
        int tooMany = 50;
        IntStream.range(0, RefusalSampler.MOST_SOURCES + tooMany).forEach(i -> written(2, anonymousAt("/" + i)));
        clock.pass(Duration.ofMinutes(1));

        // The one that is admitted takes a place as well. Of the first ten refusals none is missing.
        int forgotten = 2 * (tooMany + 1) - IN_ALL;
        assertEquals(Optional.of(new Suppressed(0, forgotten)), sampler.admit(known()));
        assertEquals(Optional.of(new Suppressed(0, 2)), sampler.admit(known()));
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
