package tel.ringer.warp.customer;

/** How far it is known who a customer is. */
public enum KycStatus {
    NOT_STARTED,
    PENDING,
    VERIFIED,
    REJECTED
}
