package tel.ringer.warp.customer;

/** Where a customer stands; CLOSED is the only deletion. */
public enum CustomerStatus {
    ACTIVE,
    SUSPENDED,
    TRIAL,
    CLOSED
}
