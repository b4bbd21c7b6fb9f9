package tel.ringer.warp.broken.clock;

import java.time.Instant;
import java.util.function.Supplier;

/** Wrong on purpose: asks the machine by reference. */
public final class Reference {
    private Reference() {}

    public static Supplier<Instant> read() {
        return Instant::now;
    }
}
