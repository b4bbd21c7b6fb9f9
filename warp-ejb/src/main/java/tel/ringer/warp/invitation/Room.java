package tel.ringer.warp.invitation;

import java.time.Instant;
import java.util.Set;

/**
 * What room a customer has for those who are wanted.
 *
 * @param pending addresses among them, normalised, that are invited already
 * @param budget of all pending invitations
 * @param at by the database's clock
 */
record Room(Set<String> pending, InvitationBudget budget, Instant at) {}
