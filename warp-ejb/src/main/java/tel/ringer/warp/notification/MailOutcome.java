package tel.ringer.warp.notification;

/** What became of one attempt to send a mail, in this transaction. */
enum MailOutcome {
    SENT,
    RETRIED,
    DEAD
}
