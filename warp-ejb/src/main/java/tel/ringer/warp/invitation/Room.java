package tel.ringer.warp.invitation;

import java.time.Instant;
import java.util.Set;

/**
 * What room a customer has for those who are wanted.
 *
 * @param pending addresses among them, normalised, that are invited already
 * @param often addresses among them, normalised, that were invited as often within the last hour as an address may be
 * @param budget of all pending invitations
 * @param at by the database's clock
 */
record Room(Set<String> pending, Set<String> often, InvitationBudget budget, Instant at) {
    Room with(InvitationBudget other) {
        return new Room(pending, often, other, at);
    }
}
