package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import tel.ringer.warp.job.Job;
import tel.ringer.warp.job.JobSchedule;

/** Forgets sessions that are over. */
@ApplicationScoped
class SessionCleanup implements Job {
    @Inject
    private Sessions sessions;

    @Override
    public String name() {
        return "session-cleanup";
    }

    @Override
    public String description() {
        return "Forgets sessions that are over.";
    }

    @Override
    public JobSchedule schedule() {
        return new JobSchedule.Every(Duration.ofMinutes(5));
    }

    @Override
    public int runBatch() {
        return sessions.forgetExpired();
    }
}
