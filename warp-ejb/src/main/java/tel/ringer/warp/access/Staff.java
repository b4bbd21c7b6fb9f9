package tel.ringer.warp.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * The operator's staff: active people who hold a user type on the platform. For what belongs to the operator and not to
 * the customer that it is about, whose people may hold any right there.
 */
@ApplicationScoped
public class Staff {
    @Inject
    private Reach reach;

    /**
     * The person who acts.
     *
     * @throws ProblemException forbidden, {@code staff_only}
     */
    public UserId require(CustomerScope scope) {
        return scope.person()
                .filter(person -> reach.platformTypeOf(person).isPresent())
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.FORBIDDEN, "staff_only", "This is for the operator's staff alone."));
    }
}
