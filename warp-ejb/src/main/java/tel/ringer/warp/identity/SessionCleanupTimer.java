package tel.ringer.warp.identity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import tel.ringer.warp.time.TimerRun;

/** Forgets sessions that are over, some at a time. Any node may: each takes those that no other has locked. */
@Singleton
public class SessionCleanupTimer {
    @Inject
    private Sessions sessions;

    @Schedule(hour = "*", minute = "*/5", second = "17", persistent = false, info = "session-cleanup")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void forgetExpired() {
        TimerRun.of("session-cleanup", sessions::forgetExpired);
    }
}
