package tel.ringer.warp.job;

import java.time.Duration;
import java.time.LocalTime;

/** When a job runs by itself. */
public sealed interface JobSchedule {
    /** On every node, each taking what the others have not. A run that finds nothing leaves no trace. */
    record Every(Duration interval) implements JobSchedule {
        @Override
        public String toString() {
            return "every " + interval;
        }
    }

    /**
     * On one node a day.
     *
     * @param time in UTC
     */
    record Daily(LocalTime time) implements JobSchedule {
        @Override
        public String toString() {
            return "daily at " + time + " UTC";
        }
    }
}
