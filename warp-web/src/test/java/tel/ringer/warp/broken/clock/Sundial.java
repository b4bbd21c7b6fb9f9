package tel.ringer.warp.broken.clock;

import java.time.Instant;

/** Wrong on purpose: asks the machine. */
public final class Sundial {
    private Sundial() {}

    public static Instant read() {
        return Instant.now();
    }
}
