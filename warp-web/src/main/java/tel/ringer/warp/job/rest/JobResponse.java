package tel.ringer.warp.job.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.job.JobDetails;
import tel.ringer.warp.job.JobRun;
import tel.ringer.warp.job.JobRunStatus;
import tel.ringer.warp.job.JobTrigger;

/**
 * A job on the wire.
 *
 * @param runs newest first
 */
public record JobResponse(String name, String description, String schedule, boolean running, List<Run> runs) {
    /**
     * One run of it.
     *
     * @param durationMs absent as long as it has no end
     */
    public record Run(
            JobRunStatus status,
            String node,
            Instant startedAt,
            JobTrigger trigger,
            @Nullable Long durationMs,
            int handled,
            @Nullable String error) {}

    static JobResponse of(JobDetails details) {
        return new JobResponse(
                details.job().name(),
                details.job().description(),
                details.job().schedule().toString(),
                details.running(),
                details.runs().stream().map(run -> of(details, run)).toList());
    }

    private static Run of(JobDetails details, JobRun run) {
        return new Run(
                details.status(run),
                run.node(),
                run.startedAt(),
                run.trigger(),
                run.duration().map(Duration::toMillis).orElse(null),
                run.handled(),
                run.error().orElse(null));
    }
}
