package tel.ringer.warp.identity;

/** Why a session ended. */
public enum SessionEnd {
    /** By its person, from within. */
    LOGOUT,
    /** With all others, by its person. */
    LOGOUT_EVERYWHERE,
    /** By its person, from another session. */
    ENDED_REMOTELY,
    REUSED_TOKEN,
    EXPIRED,
    DEACTIVATED
}
