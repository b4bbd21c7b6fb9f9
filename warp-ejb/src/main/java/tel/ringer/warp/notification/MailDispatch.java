package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.job.Job;
import tel.ringer.warp.job.JobSchedule;

/** Sends mails that are due. */
@ApplicationScoped
class MailDispatch implements Job {
    @Inject
    private MailRun run;

    @Inject
    @ConfigProperty(name = "warp.mail.interval")
    private Duration interval;

    @Override
    public String name() {
        return MailRun.SCOPE.job();
    }

    @Override
    public String description() {
        return "Sends the mails that are due.";
    }

    @Override
    public JobSchedule schedule() {
        return new JobSchedule.Every(interval);
    }

    @Override
    public int runBatch() {
        return run.deliverBatch();
    }
}
