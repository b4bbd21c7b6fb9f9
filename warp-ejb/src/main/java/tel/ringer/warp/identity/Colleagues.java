package tel.ringer.warp.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.time.DatabaseClock;

/** The operator's staff, as who holds everything adds it: their first sign-in with the verified address finds the account. */
@Stateless
@CustomerGuarded
public class Colleagues {
    @Inject
    private UserRepository repository;

    @Inject
    private UserTypes userTypes;

    @Inject
    private Oversight oversight;

    @Inject
    private PersonChanges changes;

    @Inject
    private DatabaseClock clock;

    /**
     * Nobody is written to: whoever adds a colleague tells them.
     *
     * @throws ProblemException forbidden; conflict, {@code user_exists}; invalid, {@code unknown_user_type}
     */
    public Person add(CustomerScope scope, NewColleague wanted) {
        oversight.require(scope);
        UserType type = userTypes.byName(wanted.userType());
        if (repository.findAloneBy(wanted.email()).isPresent()) {
            throw ProblemException.conflict("user_exists", "There is a person with this address.");
        }
        User user = User.expected(wanted, type.id(), clock.now());
        repository.add(user);
        changes.added(scope, user.id(), type);
        return new Person(user, Optional.of(type));
    }
}
