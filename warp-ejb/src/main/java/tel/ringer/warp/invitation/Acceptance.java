package tel.ringer.warp.invitation;

import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.identity.OpenedSession;

/**
 * A person got in: the session that was opened for them and the customer that they now belong to.
 *
 * @param alreadyMember whether they belonged to it before
 */
public record Acceptance(
        OpenedSession session, CustomerId customer, String ban, String companyName, boolean alreadyMember) {}
