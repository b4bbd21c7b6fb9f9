package tel.ringer.warp.customer;

import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;

/**
 * A customer's status changes. Fired within the transaction, the customer's row locked and not yet written: whoever
 * observes it may refuse, which undoes the whole change, and what it does itself is there with the change or not at all.
 *
 * @param by who changed it
 */
public record CustomerStatusChanged(CustomerId customer, CustomerStatus before, CustomerStatus after, UserId by) {}
