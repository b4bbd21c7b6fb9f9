package tel.ringer.warp.job;

/**
 * Work that is done by itself, batch by batch. A bean of this type is a job; nothing else has to be told of it.
 *
 * <p>A batch is whole or not done at all, and takes only rows that no other node has taken ({@code for update skip
 * locked}), so that it does not matter how many nodes run and where one dies.
 */
public interface Job {
    /** Stable, lower-case, with hyphens; policies know it. */
    String name();

    /** One sentence for administrators. */
    String description();

    JobSchedule schedule();

    /**
     * Does some of the work, in transactions of its own.
     *
     * @return how much was handled; 0 ends the run
     */
    int runBatch();
}
