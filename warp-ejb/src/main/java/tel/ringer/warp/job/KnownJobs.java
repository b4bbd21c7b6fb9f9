package tel.ringer.warp.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The jobs that there are. */
@ApplicationScoped
class KnownJobs {
    @Inject
    @Any
    private Instance<Job> jobs;

    /** In the order of their names. */
    List<Job> all() {
        return jobs.stream().sorted(Comparator.comparing(Job::name)).toList();
    }

    Optional<Job> find(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
    }
}
