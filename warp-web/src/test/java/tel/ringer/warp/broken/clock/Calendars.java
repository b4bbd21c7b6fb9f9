package tel.ringer.warp.broken.clock;

import java.time.LocalDate;

/** Wrong on purpose: asks the machine, and where it stands. */
public final class Calendars {
    private Calendars() {}

    @SuppressWarnings("JavaTimeDefaultTimeZone")
    public static LocalDate read() {
        return LocalDate.now();
    }
}
