package tel.ringer.warp.dashboard;

import java.util.List;
import java.util.OptionalLong;

/**
 * The customers that a person reaches.
 *
 * @param count of all of them
 * @param first up to 50, in the order of their names
 * @param invitationsPending that the person has sent; empty if they may not know
 */
public record OwnCustomers(long count, List<OwnCustomer> first, OptionalLong invitationsPending) {}
