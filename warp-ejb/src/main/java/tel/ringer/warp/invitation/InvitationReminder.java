package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.job.Job;
import tel.ringer.warp.job.JobSchedule;

/** Reminds of invitations before they expire. */
@ApplicationScoped
class InvitationReminder implements Job {
    private static final CustomerScope.System SCOPE = new CustomerScope.System("invitation-reminder");

    @Inject
    private Reminders reminders;

    @Override
    public String name() {
        return SCOPE.job();
    }

    @Override
    public String description() {
        return "Reminds people of invitations that are about to expire.";
    }

    @Override
    public JobSchedule schedule() {
        return new JobSchedule.Every(Duration.ofMinutes(1));
    }

    @Override
    public int runBatch() {
        return reminders.remindDue(SCOPE);
    }
}
