package tel.ringer.warp.invitation;

import java.util.Map;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** How many invitations of a customer are pending, and how many may be. */
public record InvitationBudget(long pending, int pendingLimit) {
    /** None if the limit was lowered below what is pending. */
    public long remaining() {
        return Math.max(0, pendingLimit - pending);
    }

    InvitationBudget afterOneMore() {
        return new InvitationBudget(pending + 1, pendingLimit);
    }

    /** @throws ProblemException conflict, {@code pending_limit_reached} */
    void requireOne() {
        if (remaining() == 0) {
            throw new ProblemException(
                    ProblemKind.CONFLICT,
                    "pending_limit_reached",
                    "This customer has as many pending invitations as it may have.",
                    Map.of("pending", pending, "pending_limit", pendingLimit, "remaining", 0));
        }
    }
}
