package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tel.ringer.warp.job.Job;
import tel.ringer.warp.job.JobSchedule;

/** Sends mails that are due. */
@ApplicationScoped
class MailDispatch implements Job {
    @Inject
    private MailRun run;

    @Inject
    private MailTimes times;

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
        return new JobSchedule.Every(times.interval());
    }

    @Override
    public int runBatch() {
        return run.deliverBatch();
    }
}
