package tel.ringer.warp.job;

/** Why a run began. */
public enum JobTrigger {
    SCHEDULE,
    /** The audit log tells who. */
    PERSON
}
