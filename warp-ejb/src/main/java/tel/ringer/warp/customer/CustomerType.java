package tel.ringer.warp.customer;

/** How a customer pays. Never changes. */
public enum CustomerType {
    PREPAID,
    POSTPAID,
    RESELLER
}
