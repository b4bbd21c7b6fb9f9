package tel.ringer.warp.invitation;

/** What became of the invitation's mail. */
public enum DeliveryStatus {
    QUEUED,
    SENT,
    DELIVERED,
    BOUNCED,
    FAILED
}
