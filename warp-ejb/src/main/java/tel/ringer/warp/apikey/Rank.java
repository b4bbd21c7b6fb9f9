package tel.ringer.warp.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.Reach;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Nobody makes a key that may more than they do: compared by what the types permit, at this customer, as of now. */
@ApplicationScoped
class Rank {
    @Inject
    private Reach reach;

    /** @throws ProblemException forbidden, {@code rank_exceeded} */
    void require(UserId creator, CustomerId customer, UserType type) {
        if (reach.standingOf(creator, customer)
                .filter(held -> held.covers(type, MembershipRole.USER))
                .isEmpty()) {
            throw new ProblemException(
                    ProblemKind.FORBIDDEN,
                    "rank_exceeded",
                    "You can give a key only rights that you hold at this customer yourself.");
        }
    }
}
