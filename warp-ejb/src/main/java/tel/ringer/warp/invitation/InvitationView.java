package tel.ringer.warp.invitation;

import java.time.Instant;
import java.util.Optional;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.identity.VerifiedIdentity;
import tel.ringer.warp.problem.ProblemException;

/**
 * What an invited person needs to decide.
 *
 * @param email whom it is for; the link's bearer is shown it masked, recognisable to that person alone
 * @param userType what the rights are called
 * @param allows what they allow, in a sentence
 */
public record InvitationView(
        String companyName,
        String ban,
        String inviter,
        EmailAddress email,
        String userType,
        String allows,
        MembershipRole role,
        Optional<String> message,
        Instant expiresAt) {
    /** @throws ProblemException conflict, {@code invitation_wrong_account} */
    public void requireFor(VerifiedIdentity identity) {
        if (!email.normalised().equals(identity.email().normalised())) {
            throw LinkRefusals.wrongAccount(email);
        }
    }
}
