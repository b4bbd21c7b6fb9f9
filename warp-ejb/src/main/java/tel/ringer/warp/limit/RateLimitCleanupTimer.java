package tel.ringer.warp.limit;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import tel.ringer.warp.time.TimerRun;

/** Forgets buckets that are full again, each minute. Any node may: removing nothing twice is harmless. */
@Singleton
public class RateLimitCleanupTimer {
    @Inject
    private RateLimits rateLimits;

    @Schedule(hour = "*", minute = "*", second = "41", persistent = false, info = "rate-limit-cleanup")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void forgetFull() {
        TimerRun.of("rate-limit-cleanup", rateLimits::forgetFull);
    }
}
