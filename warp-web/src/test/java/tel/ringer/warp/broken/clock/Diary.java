package tel.ringer.warp.broken.clock;

import java.util.Date;

/** Wrong on purpose: asks the machine the old way. */
public final class Diary {
    private Diary() {}

    @SuppressWarnings("JavaUtilDate")
    public static Date read() {
        return new Date();
    }
}
