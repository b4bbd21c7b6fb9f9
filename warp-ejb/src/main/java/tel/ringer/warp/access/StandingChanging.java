package tel.ringer.warp.access;

import java.util.Optional;

/**
 * A person is about to hold less or other rights at one customer. Fired in the transaction that changes them, before the
 * row is written and the audit log is told: who takes their own rights away could not reach the customer afterwards.
 *
 * @param left what the person holds from now on; empty for nothing
 * @param by who changes it
 */
public record StandingChanging(CustomerId customer, UserId user, Optional<Standing> left, UserId by) {}
