package tel.ringer.warp.access;

import java.util.Optional;

/**
 * A person holds less or other rights than before. Fired in the transaction that changes them, so that what followed
 * from the rights ends with them.
 *
 * @param customer where; empty for everywhere
 */
public record RightsChanged(UserId user, Optional<CustomerId> customer) {}
