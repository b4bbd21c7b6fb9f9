package tel.ringer.warp.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import tel.ringer.warp.job.Job;
import tel.ringer.warp.job.JobSchedule;

/** Forgets buckets that are full again. */
@ApplicationScoped
class RateLimitCleanup implements Job {
    @Inject
    private RateLimits rateLimits;

    @Override
    public String name() {
        return "rate-limit-cleanup";
    }

    @Override
    public String description() {
        return "Forgets rate limits that nobody has used up.";
    }

    @Override
    public JobSchedule schedule() {
        return new JobSchedule.Every(Duration.ofMinutes(1));
    }

    @Override
    public int runBatch() {
        return rateLimits.forgetFull();
    }
}
