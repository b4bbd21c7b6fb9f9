package tel.ringer.warp.identity;

/** Why a session ended. */
enum SessionEnd {
    LOGOUT,
    REUSED_TOKEN,
    EXPIRED,
    DEACTIVATED
}
