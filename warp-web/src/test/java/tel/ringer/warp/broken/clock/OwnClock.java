package tel.ringer.warp.broken.clock;

import java.time.Clock;

/** Wrong on purpose: a clock that no test can set. */
public final class OwnClock {
    private OwnClock() {}

    public static Clock read() {
        return Clock.systemUTC();
    }
}
