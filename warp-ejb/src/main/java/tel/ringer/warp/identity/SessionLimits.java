package tel.ringer.warp.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * How long sessions live.
 *
 * @param idleFor without a refresh
 * @param longestFor in all, however often they are refreshed
 * @param reuseGrace how long a refresh token may be exchanged again after its first use
 */
record SessionLimits(Duration idleFor, Duration longestFor, Duration reuseGrace) {
    SessionLimits {
        if (isNone(idleFor) || isNone(longestFor)) {
            throw new IllegalArgumentException("warp.session.idle-for and warp.session.longest-for must be positive");
        }
        if (reuseGrace.isNegative() || reuseGrace.compareTo(idleFor) >= 0) {
            throw new IllegalArgumentException(
                    "warp.session.reuse-grace must not be negative, and be shorter than warp.session.idle-for");
        }
    }

    private static boolean isNone(Duration duration) {
        return duration.isZero() || duration.isNegative();
    }

    /** When a session opened and last used at these instants is over. */
    Instant endOf(Instant openedAt, Instant lastUsedAt) {
        Instant idle = lastUsedAt.plus(idleFor);
        Instant longest = openedAt.plus(longestFor);
        return idle.isBefore(longest) ? idle : longest;
    }
}
