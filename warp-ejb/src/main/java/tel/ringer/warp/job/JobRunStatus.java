package tel.ringer.warp.job;

/** What became of a run. */
public enum JobRunStatus {
    RUNNING,
    DONE,
    /** An error ended it; the next run goes on where it was. */
    FAILED,
    /** Its node died; the next run goes on where it was. */
    BROKEN_OFF
}
