package tel.ringer.warp.notification;

/** What became of a mail, as those are told whom it tells of. */
public enum DeliveryStatus {
    QUEUED,
    SENT,
    DELIVERED,
    BOUNCED,
    FAILED
}
