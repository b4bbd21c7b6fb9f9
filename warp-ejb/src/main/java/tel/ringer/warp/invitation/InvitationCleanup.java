package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.job.Job;
import tel.ringer.warp.job.JobSchedule;

/** Removes old history. */
@ApplicationScoped
class InvitationCleanup implements Job {
    private static final CustomerScope.System SCOPE = new CustomerScope.System("invitation-cleanup");

    @Inject
    private InvitationUpkeep upkeep;

    @Override
    public String name() {
        return SCOPE.job();
    }

    @Override
    public String description() {
        return "Removes invitations and bulk invitations that ended long ago.";
    }

    @Override
    public JobSchedule schedule() {
        return new JobSchedule.Daily(LocalTime.of(3, 40));
    }

    @Override
    public int runBatch() {
        return upkeep.removeOld(SCOPE) + upkeep.removeOldBatches(SCOPE);
    }
}
