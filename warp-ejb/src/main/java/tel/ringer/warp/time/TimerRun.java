package tel.ringer.warp.time;

/** One run of a timer. */
public final class TimerRun {
    private static final System.Logger LOG = System.getLogger(TimerRun.class.getName());

    private TimerRun() {}

    /**
     * Runs the job. What it throws is logged and ends this run alone: the server gives a timer up that throws twice in a
     * row, and after an outage of the database nobody would start it again.
     */
    public static void of(String job, Runnable run) {
        try {
            run.run();
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            LOG.log(System.Logger.Level.WARNING, "This run of {0} failed, the next one follows: {1}", job, cause);
        }
    }
}
