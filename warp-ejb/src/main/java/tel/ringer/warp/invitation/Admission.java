package tel.ringer.warp.invitation;

import java.util.Map;
import java.util.Set;
import tel.ringer.warp.access.Standing;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.problem.ProblemException;

/** The rules by which one inviter invites to one customer, with what they need to know looked up for all who are wanted. */
final class Admission {
    private final Standing inviter;
    private final Map<String, UserType> types;
    private final InvitationSettings settings;
    private final Set<String> members;
    private final Set<String> pending;
    private final Set<String> often;
    private InvitationBudget budget;

    /**
     * @param types by name
     * @param members addresses, normalised, that belong to the customer
     */
    Admission(
            Standing inviter,
            Map<String, UserType> types,
            InvitationSettings settings,
            Set<String> members,
            Room room) {
        this.inviter = inviter;
        this.types = types;
        this.settings = settings;
        this.members = members;
        this.pending = room.pending();
        this.often = room.often();
        this.budget = room.budget();
    }

    /**
     * Lets one more in.
     *
     * @throws ProblemException invalid, {@code unknown_user_type} or {@code validity_out_of_range}; forbidden,
     *     {@code rank_exceeded}; conflict, {@code already_member}, {@code already_pending} or
     *     {@code pending_limit_reached}
     */
    Admitted admit(NewInvitation wanted) {
        UserType type = types.get(wanted.userType());
        if (type == null) {
            throw ProblemException.invalid("unknown_user_type", "There is no such user type.");
        }
        int days = settings.days(wanted.validForDays());
        Rank.require(inviter, type, wanted.role());
        requireNew(wanted.email().normalised());
        budget.requireOne();
        budget = budget.afterOneMore();
        return new Admitted(wanted, type, days, settings.reminderDays());
    }

    /**
     * As {@link #admit}. A file counts once, whatever is in it, so how often an address may be invited is looked at here.
     *
     * @throws ProblemException also conflict, {@code address_limit_reached}
     */
    Admitted admitFromFile(NewInvitation wanted) {
        if (often.contains(wanted.email().normalised())) {
            throw ProblemException.conflict("address_limit_reached", "This address was invited too often lately.");
        }
        return admit(wanted);
    }

    private void requireNew(String email) {
        if (members.contains(email)) {
            throw ProblemException.conflict("already_member", "This address already belongs to this customer.");
        }
        if (pending.contains(email)) {
            throw InvitationRepository.alreadyPending();
        }
    }

    /** What is left. */
    InvitationBudget budget() {
        return budget;
    }
}
