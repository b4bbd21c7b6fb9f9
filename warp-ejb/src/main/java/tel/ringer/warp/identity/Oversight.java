package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tel.ringer.warp.access.Administrators;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Reach;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.problem.ProblemException;

/** Who may change people as a whole: those who hold everything, and always one of them is left. */
@ApplicationScoped
public class Oversight {
    @Inject
    private Reach reach;

    @Inject
    private Administrators administrators;

    /**
     * From here to the end of the transaction nobody else changes people, the caller neither.
     *
     * @throws ProblemException forbidden
     */
    public void require(CustomerScope scope) {
        if (!(scope instanceof CustomerScope.All all)) {
            throw forbidden();
        }
        administrators.lockPlatform();
        if (reach.platformTypeOf(all.user())
                .filter(type -> type.permissions().coversEverything())
                .isEmpty()) {
            throw forbidden();
        }
    }

    /**
     * Whoever is about to lose rights is neither the last to hold everything nor the caller.
     *
     * @throws ProblemException conflict, {@code last_administrator} or {@code own_account}
     */
    public void requireOneBeside(CustomerScope scope, Person person) {
        UserId user = person.user().id();
        if (person.holdsEverything()) {
            administrators.requireOneBesideOnPlatform(user);
        }
        if (scope.person().filter(user::equals).isPresent()) {
            throw ProblemException.conflict("own_account", "Somebody else has to change this for you.");
        }
    }

    private static ProblemException forbidden() {
        return ProblemException.forbidden("This changes a person at every customer; only who holds everything may.");
    }
}
