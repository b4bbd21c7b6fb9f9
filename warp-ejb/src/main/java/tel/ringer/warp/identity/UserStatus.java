package tel.ringer.warp.identity;

/** Whether a person may sign in. */
public enum UserStatus {
    ACTIVE,
    INACTIVE,
    /** Forgotten: what is left is an id. */
    ERASED
}
