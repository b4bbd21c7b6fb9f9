package tel.ringer.warp.identity;

/** Whether a person may sign in. */
public enum UserStatus {
    ACTIVE,
    INACTIVE
}
