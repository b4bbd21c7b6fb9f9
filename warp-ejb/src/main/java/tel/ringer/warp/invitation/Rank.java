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
        require(of(inviter, customer), type, role);
    }

    /** @throws ProblemException forbidden, {@code rank_exceeded}, for who holds nothing at the customer */
    Standing of(UserId inviter, CustomerId customer) {
        return reach.standingOf(inviter, customer).orElseThrow(Rank::exceeded);
    }

    /** @throws ProblemException forbidden, {@code rank_exceeded} */
    static void require(Standing inviter, UserType type, MembershipRole role) {
        if (!inviter.covers(type, role)) {
            throw exceeded();
        }
    }

    private static ProblemException exceeded() {
        return new ProblemException(
                ProblemKind.FORBIDDEN,
                "rank_exceeded",
                "You can invite only with rights that you hold at this customer yourself.");
    }

    /** @throws ProblemException forbidden, for who may not invite to the customer one by one */
    void requireMayInvite(UserId inviter, CustomerId customer) {
        if (reach.standingOf(inviter, customer)
                .filter(held -> mayInvite(held, customer))
                .isEmpty()) {
            throw ProblemException.forbidden("You may not do this at this customer.");
        }
    }

    private static boolean mayInvite(Standing held, CustomerId customer) {
        return held.userType().permissions().permits("POST", route(customer));
    }

    /** To which people post who invite to the customer. */
    static String route(CustomerId customer) {
        return "/v1/admin/customers/" + customer + "/invitations";
    }

    /** Whether the inviter could still send this invitation. */
    boolean stillAllows(Invitation invitation, UserType type) {
        return allows(reach.standingOf(invitation.invitedBy(), invitation.customerId()), invitation, type);
    }

    /** Whether somebody of that standing could send this invitation. */
    static boolean allows(Optional<Standing> standing, Invitation invitation, UserType type) {
        return standing.filter(held -> mayInvite(held, invitation.customerId()))
                .filter(held -> held.covers(type, invitation.role()))
                .isPresent();
    }
}
