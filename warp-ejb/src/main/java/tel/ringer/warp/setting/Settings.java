package tel.ringer.warp.setting;

import java.time.Duration;

/**
 * What a bean is configured with. All such beans are asked when WARP starts, so that a setting which means nothing ends
 * the start, and not the request of somebody who comes later.
 */
public interface Settings {
    /** @throws IllegalArgumentException in one sentence that begins with the setting's name */
    void check();

    /** @throws IllegalArgumentException unless the time is longer than none */
    static void requirePositive(String setting, Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException(setting + ": longer than no time at all, not " + time);
        }
    }

    /** @throws IllegalArgumentException if the time is shorter than none */
    static void requireNotNegative(String setting, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException(setting + ": not shorter than no time at all, as " + time + " is");
        }
    }
}
