package tel.ringer.warp.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.audit.AuditUpkeep;

/** The audit log's own job. It stands here since the log, to which jobs are told, can't know of jobs. */
@ApplicationScoped
class AuditPartitions implements Job {
    private static final CustomerScope.System SCOPE = new CustomerScope.System("audit-partitions");

    @Inject
    private AuditUpkeep upkeep;

    @Override
    public String name() {
        return SCOPE.job();
    }

    @Override
    public String description() {
        return "Makes the audit log's partitions a year ahead.";
    }

    @Override
    public JobSchedule schedule() {
        return new JobSchedule.Daily(LocalTime.of(2, 20));
    }

    @Override
    public int runBatch() {
        return upkeep.makePartitions(SCOPE);
    }
}
