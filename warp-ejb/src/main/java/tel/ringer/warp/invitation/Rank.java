package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.Reach;
import tel.ringer.warp.access.Standing;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Nobody invites above themselves: compared by what the types permit, at the customer in question, as of now. */
@ApplicationScoped
class Rank {
    @Inject
    private Reach reach;

    /** @throws ProblemException forbidden, {@code rank_exceeded} */
    void require(UserId inviter, CustomerId customer, UserType type, MembershipRole role) {
        Optional<Standing> standing = reach.standingOf(inviter, customer);
        if (standing.filter(held -> held.covers(type, role)).isEmpty()) {
            throw new ProblemException(
                    ProblemKind.FORBIDDEN,
                    "rank_exceeded",
                    "You can invite only with rights that you hold at this customer yourself.");
        }
    }

    /** Whether the inviter could still send this invitation. */
    boolean stillAllows(Invitation invitation, UserType type) {
        return allows(reach.standingOf(invitation.invitedBy(), invitation.customerId()), invitation, type);
    }

    /** Whether somebody of that standing could send this invitation. */
    static boolean allows(Optional<Standing> standing, Invitation invitation, UserType type) {
        String route = "/v1/admin/customers/" + invitation.customerId() + "/invitations";
        return standing.filter(held -> held.userType().permissions().permits("POST", route))
                .filter(held -> held.covers(type, invitation.role()))
                .isPresent();
    }
}
