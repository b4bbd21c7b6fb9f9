package tel.ringer.warp.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.time.ClockMeter;

class LocalBucketsTest {
    private final LocalBuckets buckets =
            new LocalBuckets(new ClockMeter(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC)));
    private final Quota quota = new Quota(Limit.FAILURES, 30);

    @Test
    void aBucketHoldsAMinutesTokens() {
        assertTrue(buckets.of("a", quota).bucket().tryConsume(30));
        assertFalse(buckets.of("a", quota).bucket().tryConsume(1));
        assertTrue(buckets.of("b", quota).bucket().tryConsume(1));
    }

    @Test
    void theOneThatWasQuietForLongestIsForgotten() {
        LocalBuckets.Count busy = buckets.of("busy", quota);
        LocalBuckets.Count quiet = buckets.of("quiet", quota);
        for (int i = 0; i < LocalBuckets.MOST - 1; i++) {
            buckets.of("busy", quota);
            buckets.of("other " + i, quota);
        }

        assertSame(busy, buckets.of("busy", quota));
        assertNotSame(quiet, buckets.of("quiet", quota));
    }

    @Test
    void aTenthIsTakenWithoutAsking() {
        assertEquals(3, quota.withoutAsking());
        assertEquals(0, new Quota(Limit.FAILURES, 9).withoutAsking());
    }

    @Test
    void aLimitOfNothingIsAnErrorThatNamesTheSetting() {
        assertEquals(
                "warp.limits.failures-per-minute: a limit is at least 1, not 0",
                assertThrows(IllegalArgumentException.class, () -> new Quota(Limit.FAILURES, 0))
                        .getMessage());
    }

    @Test
    void memoryHoldsNoCredentialAndTellsLimitsApart() {
        String name = BucketNames.inMemory(Limit.CREDENTIAL, "secret");

        assertFalse(name.contains("secret"));
        assertNotEquals(name, BucketNames.inMemory(Limit.FAILURES, "secret"));
    }
}
