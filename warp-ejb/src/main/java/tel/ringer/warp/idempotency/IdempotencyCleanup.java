package tel.ringer.warp.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.job.Job;
import tel.ringer.warp.job.JobSchedule;

/** Removes keys that are free again. */
@ApplicationScoped
class IdempotencyCleanup implements Job {
    private static final CustomerScope.System SCOPE = new CustomerScope.System("idempotency-cleanup");

    @Inject
    private IdempotencyUpkeep upkeep;

    @Override
    public String name() {
        return SCOPE.job();
    }

    @Override
    public String description() {
        return "Removes idempotency keys that are free again.";
    }

    @Override
    public JobSchedule schedule() {
        return new JobSchedule.Daily(LocalTime.of(4, 10));
    }

    @Override
    public int runBatch() {
        return upkeep.removeOld(SCOPE);
    }
}
