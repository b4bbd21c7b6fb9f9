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
        return scope.person().filter(this::includes).orElseThrow(Staff::only);
    }

    /** @throws ProblemException forbidden, {@code staff_only} */
    public void require(UserId person) {
        if (!includes(person)) {
            throw only();
        }
    }

    public boolean acts(CustomerScope scope) {
        return scope.person().filter(this::includes).isPresent();
    }

    private boolean includes(UserId person) {
        return reach.platformTypeOf(person).isPresent();
    }

    private static ProblemException only() {
        return new ProblemException(ProblemKind.FORBIDDEN, "staff_only", "This is for the operator's staff alone.");
    }
}
