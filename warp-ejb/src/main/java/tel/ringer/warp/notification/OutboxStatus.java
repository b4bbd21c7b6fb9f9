package tel.ringer.warp.notification;

/**
 * What became of a mail, in the order in which one thing may still follow another: CANCELLED if nobody wants it any
 * more, DEAD if it was given up.
 */
public enum OutboxStatus {
    QUEUED,
    SENT,
    DELIVERED,
    DEAD,
    BOUNCED,
    CANCELLED;

    /** News come late and in any order: what is known to be worse, or further on, stays. */
    boolean mayBecome(OutboxStatus next) {
        return this != CANCELLED && compareTo(next) < 0;
    }

    boolean isFailure() {
        return this == DEAD || this == BOUNCED;
    }

    DeliveryStatus asDelivery() {
        return switch (this) {
            case QUEUED -> DeliveryStatus.QUEUED;
            case SENT -> DeliveryStatus.SENT;
            case DELIVERED -> DeliveryStatus.DELIVERED;
            case BOUNCED -> DeliveryStatus.BOUNCED;
            case DEAD, CANCELLED -> DeliveryStatus.FAILED;
        };
    }
}
