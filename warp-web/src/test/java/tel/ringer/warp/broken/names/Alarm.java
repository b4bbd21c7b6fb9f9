package tel.ringer.warp.broken.names;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;

/** Wrong on purpose: a timer by another name. */
@Singleton
public class Alarm {
    @Schedule(persistent = false)
    void ring() {}
}
