package tel.ringer.warp.job;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import tel.ringer.warp.time.ApplicationStarted;

/**
 * Wakes each job when its time has come, on every node. No job waits for another: Payara would give a timeout the write
 * lock of its bean, whatever the bean says.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class JobTimer {
    @Resource
    private TimerService timers;

    @Inject
    private KnownJobs jobs;

    @Inject
    private JobRunner runner;

    /** Observers of session beans are business methods. */
    public void start(@Observes ApplicationStarted started) {
        jobs.all().forEach(this::schedule);
    }

    private void schedule(Job job) {
        TimerConfig config = new TimerConfig(job.name(), false);
        if (job.schedule() instanceof JobSchedule.Every every) {
            long millis = every.interval().toMillis();
            timers.createIntervalTimer(millis, millis, config);
        } else if (job.schedule() instanceof JobSchedule.Daily daily) {
            ScheduleExpression at = new ScheduleExpression()
                    .hour(daily.time().getHour())
                    .minute(daily.time().getMinute())
                    .timezone("UTC");
            timers.createCalendarTimer(at, config);
        }
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void tick(Timer timer) {
        jobs.find((String) timer.getInfo()).ifPresent(runner::tick);
    }
}
