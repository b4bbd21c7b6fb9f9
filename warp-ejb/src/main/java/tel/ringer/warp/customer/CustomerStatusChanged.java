package tel.ringer.warp.customer;

import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;

/**
 * A customer's status changes. Fired within the transaction, the customer's row locked and not yet written: whoever
 * observes it may refuse, which undoes the whole change, and what it does itself is there with the change or not at all.
 *
 * <p>Observers come in the order of their priorities: all that refuse, then all that lock, in the order in which everybody
 * else locks, and then all that change. Whoever has written to the audit log must not wait for a row any more.
 *
 * @param by who changed it
 */
public record CustomerStatusChanged(CustomerId customer, CustomerStatus before, CustomerStatus after, UserId by) {
    public static final int REFUSE = 1000;
    public static final int LOCK_PEOPLE = 2000;
    public static final int LOCK_INVITATIONS = 2100;
    public static final int LOCK_KEYS = 2200;
    public static final int END_INVITATIONS = 3000;
    public static final int END_KEYS = 3100;
    public static final int END_ACCESS = 3200;

    /** Why what belongs to the customer ends with it, as the audit log has it. */
    public static final String CLOSED = "customer_closed";

    public boolean closes() {
        return after == CustomerStatus.CLOSED;
    }
}
