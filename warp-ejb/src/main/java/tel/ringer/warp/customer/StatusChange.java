package tel.ringer.warp.customer;

import java.util.Optional;

/**
 * Where a customer stood and is to stand.
 *
 * @param reason of a suspension
 */
record StatusChange(CustomerStatus before, CustomerStatus after, Optional<String> reason) {
    boolean changesAnything() {
        return before != after;
    }
}
