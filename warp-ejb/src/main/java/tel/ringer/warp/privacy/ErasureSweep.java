package tel.ringer.warp.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.job.Job;
import tel.ringer.warp.job.JobSchedule;

/** Forgets what a request that began before an erasure wrote after it. */
@ApplicationScoped
class ErasureSweep implements Job {
    private static final CustomerScope.System SCOPE = new CustomerScope.System("erasure-sweep");

    @Inject
    private Erasures erasures;

    @Override
    public String name() {
        return SCOPE.job();
    }

    @Override
    public String description() {
        return "Forgets what requests under way still wrote of people who were being erased.";
    }

    @Override
    public JobSchedule schedule() {
        return new JobSchedule.Every(Duration.ofMinutes(5));
    }

    @Override
    public int runBatch() {
        return erasures.sweep(SCOPE);
    }
}
