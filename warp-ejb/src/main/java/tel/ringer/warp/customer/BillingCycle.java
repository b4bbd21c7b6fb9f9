package tel.ringer.warp.customer;

/** How often a customer is billed. */
public enum BillingCycle {
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    ANNUAL
}
