package tel.ringer.warp.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes runs, and takes the locks of jobs. */
@ApplicationScoped
class JobRunRepository {
    /** "JOBS": the first half of the numbers of our advisory locks; the second is of the job's name. */
    private static final int LOCKS = 0x4a4f4253;

    private static final int KEPT = 20;

    @PersistenceContext
    private EntityManager entities;

    /** Until the transaction ends. */
    boolean tryLock(String job) {
        return (boolean)
                entities.createNativeQuery("select pg_try_advisory_xact_lock(:locks, hashtext(:job))", Boolean.class)
                        .setParameter("locks", LOCKS)
                        .setParameter("job", job)
                        .getSingleResult();
    }

    /** Until the transaction ends; waits for whoever holds it. */
    void lock(String job) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(:locks, hashtext(:job)) as text)", String.class)
                .setParameter("locks", LOCKS)
                .setParameter("job", job)
                .getSingleResult();
    }

    /** The jobs whose lock somebody holds. */
    @SuppressWarnings("unchecked")
    List<String> running(List<String> jobs) {
        return entities.createNativeQuery(
                        """
                        select j.name from unnest(cast(:jobs as text[])) as j (name)
                        where exists (
                          select from pg_locks l
                          where l.locktype = 'advisory' and l.granted and l.objsubid = 2
                            and l.database = (select d.oid from pg_database d where d.datname = current_database())
                            and cast(l.classid as bigint) = :locks
                            and cast(l.objid as bigint) = (cast(hashtext(j.name) as bigint) & 4294967295))
                        """,
                        String.class)
                .setParameter("jobs", "{" + String.join(",", jobs) + "}")
                .setParameter("locks", LOCKS)
                .getResultList();
    }

    /** Beside the latest runs of the same job that were begun in the same way, and no others. */
    void add(JobRun run) {
        entities.persist(run);
        entities.createNativeQuery(
                        """
                        delete from platform.job_runs where id in (
                          select id from platform.job_runs where job = :job and trigger = :trigger
                          order by started_at desc offset :kept)
                        """)
                .setParameter("job", run.job())
                .setParameter("trigger", run.trigger().name())
                .setParameter("kept", KEPT)
                .executeUpdate();
    }

    Optional<JobRun> find(UUID id) {
        return Optional.ofNullable(entities.find(JobRun.class, id));
    }

    /** Nodes' clocks differ, and their timers: half a day is far from today's time and from tomorrow's. */
    boolean isDoneForToday(String job) {
        return (boolean) entities.createNativeQuery(
                        """
                        select exists (
                          select from platform.job_runs
                          where job = :job and trigger = 'SCHEDULE' and finished_at is not null and error is null
                            and started_at > clock_timestamp() - interval '12 hours')
                        """,
                        Boolean.class)
                .setParameter("job", job)
                .getSingleResult();
    }

    /** Of each job. */
    @SuppressWarnings("unchecked")
    List<JobRun> latest() {
        return entities.createNativeQuery(
                        "select distinct on (job) * from platform.job_runs order by job, started_at desc", JobRun.class)
                .getResultList();
    }

    /** Newest first. */
    List<JobRun> latestOf(String job) {
        return entities.createQuery("select r from JobRun r where r.job = :job order by r.startedAt desc", JobRun.class)
                .setParameter("job", job)
                .setMaxResults(JobTrigger.values().length * KEPT)
                .getResultList();
    }
}
