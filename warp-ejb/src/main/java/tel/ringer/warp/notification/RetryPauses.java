package tel.ringer.warp.notification;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/** How long a mail waits for its next attempt: longer each time, and never as long as its neighbours. */
record RetryPauses(Duration first, Duration longest) {
    private static final double GROWTH = 2;
    private static final double JITTER = 0.5;

    /** @param attempts that were made; at least one */
    Duration after(int attempts) {
        return Duration.ofMillis(IntervalFunction.ofExponentialRandomBackoff(first, GROWTH, JITTER, longest)
                .apply(attempts));
    }
}
