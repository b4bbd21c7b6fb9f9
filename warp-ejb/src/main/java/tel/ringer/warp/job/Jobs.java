package tel.ringer.warp.job;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.PlatformAuthority;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;
import tel.ringer.warp.problem.ProblemException;

/** The jobs, as those who operate the platform see them. */
@Stateless
@CustomerGuarded
public class Jobs {
    @Inject
    private PlatformAuthority platform;

    @Inject
    private KnownJobs jobs;

    @Inject
    private JobRunRepository repository;

    @Inject
    private Event<JobRequested> requested;

    @Inject
    private AuditLog log;

    /**
     * All, in the order of their names, each with its latest run.
     *
     * @throws ProblemException forbidden, {@code platform_authority_required}
     */
    public List<JobDetails> list(CustomerScope scope) {
        platform.require(scope);
        Map<String, JobRun> latest =
                repository.latest().stream().collect(Collectors.toMap(JobRun::job, Function.identity()));
        Set<String> running =
                Set.copyOf(repository.running(jobs.all().stream().map(Job::name).toList()));
        return jobs.all().stream()
                .map(job -> new JobDetails(
                        job,
                        running.contains(job.name()),
                        Stream.ofNullable(latest.get(job.name())).toList()))
                .toList();
    }

    /** @throws ProblemException forbidden, {@code platform_authority_required}; not found */
    public JobDetails get(CustomerScope scope, String name) {
        platform.require(scope);
        Job job = jobs.find(name).orElseThrow(ProblemException::notFound);
        return new JobDetails(job, !repository.running(List.of(name)).isEmpty(), repository.latestOf(name));
    }

    /**
     * The job runs as soon as this is committed.
     *
     * @throws ProblemException forbidden, {@code platform_authority_required}; not found; conflict, {@code job_running}
     */
    public void start(CustomerScope scope, String name) {
        platform.require(scope);
        Job job = jobs.find(name).orElseThrow(ProblemException::notFound);
        if (!repository.tryLock(name)) {
            throw ProblemException.conflict("job_running", "This job is running.");
        }
        log.record(new AuditEvent(
                Optional.empty(),
                scope.person(),
                scope.actor(),
                Optional.empty(),
                "job.started",
                "job",
                Optional.empty(),
                Map.of("job", name)));
        requested.fire(new JobRequested(job));
    }
}
