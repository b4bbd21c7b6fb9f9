package tel.ringer.warp.job;

import java.util.List;

/**
 * A job and how it goes.
 *
 * @param running whether a run holds the job's lock, on whichever node; frequent jobs take it only when they are asked for
 * @param runs newest first; of many jobs at once only the latest
 */
public record JobDetails(Job job, boolean running, List<JobRun> runs) {
    /** How a run ended, if it did. Only the latest of the others can be going on: a lock is one run's alone. */
    public JobRunStatus status(JobRun run) {
        if (run.duration().isPresent()) {
            return run.error().isPresent() ? JobRunStatus.FAILED : JobRunStatus.DONE;
        }
        return running && isLatestWithoutEnd(run) ? JobRunStatus.RUNNING : JobRunStatus.BROKEN_OFF;
    }

    private boolean isLatestWithoutEnd(JobRun run) {
        return runs.stream()
                .filter(other -> other.duration().isEmpty())
                .findFirst()
                .filter(run::equals)
                .isPresent();
    }
}
