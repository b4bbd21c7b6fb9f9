package tel.ringer.warp.invitation;

import java.time.Instant;
import tel.ringer.warp.problem.ProblemException;

/** A link and its invitation, which nobody else changes meanwhile. */
record LockedLink(MintedToken token, Invitation invitation) {
    /** @throws ProblemException gone, with a code that says why; conflict, {@code invitation_already_accepted} */
    void requireDecidable(Instant now) {
        if (invitation.status() == InvitationStatus.ACCEPTED) {
            throw LinkRefusals.alreadyAccepted();
        }
        LinkRefusals.requireAlive(invitation, token, invitation.statusAt(now));
    }

    /** @throws ProblemException gone, for what ended in another way; conflict, {@code invitation_not_expired} */
    void requireExpired(Instant now) {
        if (invitation.statusAt(now) != InvitationStatus.EXPIRED) {
            LinkRefusals.requireAlive(invitation, token, invitation.statusAt(now));
            throw LinkRefusals.notExpired();
        }
    }
}
