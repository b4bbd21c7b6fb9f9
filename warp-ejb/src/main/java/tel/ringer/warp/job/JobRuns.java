package tel.ringer.warp.job;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/**
 * The steps of runs, each in the transaction that it needs. The lock of a job belongs to a transaction that does nothing
 * else and lasts as long as the run: PostgreSQL frees it when the node is gone.
 */
@Stateless
public class JobRuns {
    @Inject
    private JobRunRepository repository;

    /** Runs it unless somebody runs the same job, on whichever node. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void aloneIfFree(Job job, Runnable run) {
        if (repository.tryLock(job.name())) {
            run.run();
        }
    }

    /** Runs it when nobody runs the same job any more. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void alone(Job job, Runnable run) {
        repository.lock(job.name());
        run.run();
    }

    /** Outside the transaction of the lock. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public int batch(Job job) {
        return job.runBatch();
    }

    @Asynchronous
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void later(Runnable run) {
        run.run();
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean isDoneForToday(Job job) {
        return repository.isDoneForToday(job.name());
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void add(JobRun run) {
        repository.add(run);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void end(UUID run, Handled handled, Instant at) {
        repository.find(run).ifPresent(found -> found.end(handled, at));
    }
}
