package tel.ringer.warp.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.idempotency.Idempotency;
import tel.ringer.warp.idempotency.IdempotencyKey;
import tel.ringer.warp.idempotency.IdempotentRequest;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.time.DatabaseClock;

/** The operator's staff, as who holds everything adds it: their first sign-in with the verified address finds the account. */
@Stateless
@CustomerGuarded
public class Colleagues {
    @Inject
    private UserRepository repository;

    @Inject
    private Users users;

    @Inject
    private UserTypes userTypes;

    @Inject
    private Oversight oversight;

    @Inject
    private PersonChanges changes;

    @Inject
    private Idempotency idempotency;

    @Inject
    private DatabaseClock clock;

    /**
     * Nobody is written to: whoever adds a colleague tells them.
     *
     * @throws ProblemException forbidden; conflict, {@code user_exists}; invalid, {@code unknown_user_type} or
     *     {@code idempotency_key_reused}
     */
    public Outcome<Person> add(CustomerScope scope, NewColleague wanted, Optional<IdempotencyKey> key) {
        oversight.require(scope);
        return idempotency.once(
                scope,
                key.map(given -> new IdempotentRequest(given, "addUser", wanted.words())),
                () -> add(scope, wanted),
                person -> person.user().id().value(),
                id -> users.find(scope, new UserId(id)).orElseThrow(ProblemException::notFound));
    }

    private Person add(CustomerScope scope, NewColleague wanted) {
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
