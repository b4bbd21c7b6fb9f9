package tel.ringer.warp.identity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Forgets expired sessions, hourly. Any node may: removing nothing twice is harmless. */
@Singleton
public class SessionCleanupTimer {
    @Inject
    private Sessions sessions;

    @Schedule(hour = "*", minute = "17", persistent = false, info = "session-cleanup")
    void forgetExpired() {
        sessions.forgetExpired();
    }
}
