package tel.ringer.warp.audit;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.time.TimerRun;

/** Makes partitions a year ahead, daily on every node: what is there is not made again. */
@Singleton
public class AuditPartitionTimer {
    @Inject
    private AuditUpkeep upkeep;

    @Schedule(hour = "2", minute = "20", persistent = false, info = "audit-partitions")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void makePartitions() {
        TimerRun.of("audit-partitions", () -> upkeep.makePartitions(new CustomerScope.System("audit-partitions")));
    }
}
