package tel.ringer.warp.invitation;

import java.util.Map;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Why a link does not work, each with a code of its own and nothing about the customer. */
final class LinkRefusals {
    private LinkRefusals() {}

    /** @throws ProblemException gone, with a code that says why */
    static void requireAlive(Invitation invitation, MintedToken token, InvitationStatus status) {
        switch (status) {
            case PENDING -> {
                if (!invitation.isCurrentLink(token.linkGeneration())) {
                    throw gone("invitation_superseded", "A newer link was sent. Use the one in the latest mail.");
                }
            }
            case ACCEPTED -> throw gone("invitation_accepted", "This invitation has been accepted. Sign in instead.");
            case DECLINED -> throw gone("invitation_declined", "This invitation was declined.");
            case REVOKED -> throw gone("invitation_revoked", "This invitation was withdrawn.");
            case EXPIRED -> throw gone("invitation_expired", "This invitation has expired. Ask for a new one.");
        }
    }

    static ProblemException alreadyAccepted() {
        return ProblemException.conflict(
                "invitation_already_accepted", "This invitation has been accepted. Sign in instead.");
    }

    static ProblemException wrongAccount(EmailAddress invited) {
        String expected = invited.masked();
        return new ProblemException(
                ProblemKind.CONFLICT,
                "invitation_wrong_account",
                "This invitation is for " + expected + ". Sign in with that account instead.",
                Map.of("expected_email", expected));
    }

    static ProblemException noLink() {
        return ProblemException.notFound();
    }

    static ProblemException notExpired() {
        return ProblemException.conflict("invitation_not_expired", "This invitation has not expired. Use its link.");
    }

    /** What the company did is its own affair: the words are as vague as for any other reason. */
    static ProblemException customerClosed() {
        return gone("invitation_no_longer_valid", "This invitation is no longer valid.");
    }

    /** The link lives on, and works once more when the customer does. */
    static ProblemException customerSuspended() {
        return ProblemException.conflict(
                "invitation_on_hold", "This invitation can't be accepted at the moment. Try again later.");
    }

    static ProblemException userTypeRemoved() {
        return gone("invitation_user_type_removed", "What you were invited to do does not exist any more.");
    }

    static ProblemException inviterLostRight() {
        return gone("invitation_inviter_left", "Whoever invited you can't do so any more. Ask somebody else there.");
    }

    private static ProblemException gone(String code, String detail) {
        return new ProblemException(ProblemKind.GONE, code, detail);
    }
}
