package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.job.Job;
import tel.ringer.warp.job.JobSchedule;

/** Lets rows catch up with the clock; expiry itself never waits for it. */
@ApplicationScoped
class InvitationExpiry implements Job {
    private static final CustomerScope.System SCOPE = new CustomerScope.System("invitation-expiry");

    @Inject
    private InvitationUpkeep upkeep;

    @Override
    public String name() {
        return SCOPE.job();
    }

    @Override
    public String description() {
        return "Marks overdue invitations as expired.";
    }

    @Override
    public JobSchedule schedule() {
        return new JobSchedule.Every(Duration.ofMinutes(1));
    }

    @Override
    public int runBatch() {
        return upkeep.expireOverdue(SCOPE);
    }
}
