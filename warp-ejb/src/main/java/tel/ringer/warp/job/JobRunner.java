package tel.ringer.warp.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import tel.ringer.warp.time.TimerRun;

/** Runs jobs on this node, each run to its end. */
@ApplicationScoped
public class JobRunner {
    private static final System.Logger LOG = System.getLogger(JobRunner.class.getName());

    @Inject
    private JobRuns runs;

    @Inject
    private Clock clock;

    /** The job's time has come. */
    public void tick(Job job) {
        TimerRun.of(job.name(), () -> {
            if (job.schedule() instanceof JobSchedule.Daily) {
                runs.aloneIfFree(job, () -> runUnlessDone(job));
            } else {
                runOften(job);
            }
        });
    }

    /** Somebody has asked for it and was told that it will run. */
    void run(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobRequested requested) {
        runs.later(() -> runs.alone(requested.job(), () -> runAndRecord(requested.job(), JobTrigger.PERSON)));
    }

    /** Rows that are claimed need no lock, and a look that finds nothing is not worth a row. */
    private void runOften(Job job) {
        Instant started = clock.instant();
        Handled handled = allBatches(job, job::runBatch);
        if (handled.isWorthTelling()) {
            JobRun run = JobRun.begin(job, JobTrigger.SCHEDULE, started);
            run.end(handled, clock.instant());
            runs.add(run);
        }
    }

    private void runUnlessDone(Job job) {
        if (!runs.isDoneForToday(job)) {
            runAndRecord(job, JobTrigger.SCHEDULE);
        }
    }

    private void runAndRecord(Job job, JobTrigger trigger) {
        JobRun run = JobRun.begin(job, trigger, clock.instant());
        runs.add(run);
        runs.end(run.id(), allBatches(job, () -> runs.batch(job)), clock.instant());
    }

    private static Handled allBatches(Job job, IntSupplier next) {
        int handled = 0;
        try {
            for (int batch = next.getAsInt(); batch > 0; batch = next.getAsInt()) {
                handled += batch;
            }
            return new Handled(handled, Optional.empty());
        } catch (RuntimeException e) {
            return new Handled(handled, Optional.of(log(job, e)));
        }
    }

    /** @return what went wrong, in a word: the rest may be a customer's, and stays in the log */
    private static String log(Job job, RuntimeException thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        LOG.log(System.Logger.Level.WARNING, "This run of {0} failed, the next one follows: {1}", job.name(), cause);
        return cause.getClass().getSimpleName();
    }
}
