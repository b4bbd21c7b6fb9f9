package tel.ringer.warp.identity;

import java.util.List;

/**
 * A person and what they hold at customers.
 *
 * @param access at customers within the caller's reach and no others, in the order of the companies' names
 * @param complete whether that is all within reach
 */
public record PersonDetails(Person person, List<HeldAccess> access, boolean complete) {}
