package tel.ringer.warp.notification;

/** What became of a mail: CANCELLED if nobody wants it any more, DEAD if it can't be delivered. */
enum OutboxStatus {
    QUEUED,
    SENT,
    CANCELLED,
    DEAD
}
