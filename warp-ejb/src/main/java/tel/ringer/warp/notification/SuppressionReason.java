package tel.ringer.warp.notification;

/** Why an address gets no more mail. */
public enum SuppressionReason {
    /** Its server says that there is no such mailbox. */
    BOUNCED,
    /** Its reader called a mail spam. */
    COMPLAINED,
    /** Its reader said "never again". */
    NEVER_AGAIN
}
