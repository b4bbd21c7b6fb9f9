package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.job.Job;
import tel.ringer.warp.job.JobSchedule;
import tel.ringer.warp.setting.Settings;

/** Works off uploads with rows that wait. One that another node is busy with is skipped. */
@ApplicationScoped
class InvitationBatchDispatch implements Job, Settings {
    @Inject
    private InvitationBatchRun run;

    @Inject
    @ConfigProperty(name = "warp.invitation.bulk-interval")
    private Duration interval;

    @Override
    public void check() {
        Settings.requirePositive("warp.invitation.bulk-interval", interval);
    }

    @Override
    public String name() {
        return InvitationBatchAudit.JOB.job();
    }

    @Override
    public String description() {
        return "Invites the people of large uploads.";
    }

    @Override
    public JobSchedule schedule() {
        return new JobSchedule.Every(interval);
    }

    @Override
    public int runBatch() {
        return run.advanceAll();
    }
}
