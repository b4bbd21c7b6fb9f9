package tel.ringer.warp.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run of a job on one node. */
@Entity
@Table(schema = "platform", name = "job_runs")
public class JobRun {
    @Id
    private UUID id;

    private String job;

    private String node;

    @Enumerated(EnumType.STRING)
    private JobTrigger trigger;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    private int handled;

    private @Nullable String error;

    protected JobRun() {}

    static JobRun begin(Job job, JobTrigger trigger, Instant now) {
        JobRun run = new JobRun();
        run.id = UUID.randomUUID();
        run.job = job.name();
        run.node = Node.NAME;
        run.trigger = trigger;
        run.startedAt = now;
        return run;
    }

    void end(Handled what, Instant now) {
        handled = what.count();
        error = what.error().orElse(null);
        finishedAt = now;
    }

    UUID id() {
        return id;
    }

    String job() {
        return job;
    }

    public String node() {
        return node;
    }

    public JobTrigger trigger() {
        return trigger;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Optional<Duration> duration() {
        return Optional.ofNullable(finishedAt).map(end -> Duration.between(startedAt, end));
    }

    public int handled() {
        return handled;
    }

    public Optional<String> error() {
        return Optional.ofNullable(error);
    }
}
