package tel.ringer.warp.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.Reach;
import tel.ringer.warp.access.Standing;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** People are managed up to one's own standing: compared by what the types permit, at this customer, as of now. */
@ApplicationScoped
class Rank {
    @Inject
    private Reach reach;

    /**
     * @param other what somebody holds, or is to hold; empty for a role without any permission
     * @throws ProblemException forbidden, {@code rank_exceeded}
     */
    void require(UserId manager, CustomerId customer, Optional<Standing> other, MembershipRole role) {
        if (reach.standingOf(manager, customer)
                .filter(own -> own.role().covers(role))
                .filter(own -> other.isEmpty() || other.filter(own::covers).isPresent())
                .isEmpty()) {
            throw new ProblemException(
                    ProblemKind.FORBIDDEN,
                    "rank_exceeded",
                    "You can manage only people whose rights at this customer you hold there yourself.");
        }
    }
}
