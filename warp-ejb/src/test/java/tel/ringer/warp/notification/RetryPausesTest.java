package tel.ringer.warp.notification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPausesTest {
    private static final RetryPauses PAUSES = new RetryPauses(Duration.ofSeconds(1), Duration.ofMinutes(5));

    private static LongSummaryStatistics millisAfter(int attempts) {
        return IntStream.range(0, 1000)
                .mapToLong(i -> PAUSES.after(attempts).toMillis())
                .summaryStatistics();
    }

    @ParameterizedTest(name = "after {0} attempts {1} ms, half of it more or less")
    @CsvSource({"1, 1000", "2, 2000", "3, 4000", "5, 16000", "8, 128000"})
    void aPauseDoublesAndIsJittered(int attempts, long millis) {
        LongSummaryStatistics pauses = millisAfter(attempts);
        assertTrue(pauses.getMin() >= millis / 2 && pauses.getMax() <= millis * 3 / 2, pauses.toString());
        assertTrue(pauses.getMax() - pauses.getMin() > millis / 2, () -> "hardly any jitter: " + pauses);
    }

    @Test
    void noPauseIsLongerThanTheLongest() {
        assertTrue(millisAfter(60).getMax() <= Duration.ofMinutes(5).toMillis());
    }
}
