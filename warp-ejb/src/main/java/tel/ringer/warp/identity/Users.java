package tel.ringer.warp.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongPredicate;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.paging.Page;
import tel.ringer.warp.problem.Precondition;
import tel.ringer.warp.problem.ProblemException;

/**
 * People as a whole, as those who administer them see them: each caller those of the customers within reach. What
 * changes a person changes them at customers beyond anybody's reach too, so only a holder of {@code *} may.
 */
@Stateless
@CustomerGuarded
public class Users {
    private static final int MOST_GRANTS = 200;

    @Inject
    private PeopleRepository repository;

    @Inject
    private SessionRepository sessions;

    @Inject
    private UserTypes userTypes;

    @Inject
    private Oversight oversight;

    @Inject
    private PersonChanges changes;

    @Inject
    private Clock clock;

    public Page<Person> list(CustomerScope scope, UserQuery query) {
        OptionalLong total =
                query.page().withTotal() ? OptionalLong.of(repository.count(scope, query)) : OptionalLong.empty();
        Page<User> page = Page.of(repository.list(scope, query), query.page(), User::place, total);
        Map<UUID, UserType> types = userTypes.byId();
        return page.map(user -> person(user, types));
    }

    /** Empty for who is unknown and for who has no grant within reach: never told apart. */
    public Optional<Person> find(CustomerScope scope, UserId id) {
        return repository.find(scope, id).map(user -> person(user, userTypes.byId()));
    }

    /** @throws ProblemException not found */
    public PersonDetails get(CustomerScope scope, UserId id) {
        User user = repository.find(scope, id).orElseThrow(ProblemException::notFound);
        Map<UUID, UserType> types = userTypes.byId();
        Person person = person(user, types);
        List<GrantRow> grants = repository.grantsOf(id, MOST_GRANTS + 1);
        return new PersonDetails(
                person,
                grants.stream()
                        .limit(MOST_GRANTS)
                        .map(grant -> grant.of(person, types))
                        .toList(),
                grants.size() <= MOST_GRANTS);
    }

    /**
     * Gives or takes the user type of the operator's staff.
     *
     * @param name of the user type; empty for none
     * @param expected whether the caller knows that revision
     * @throws ProblemException forbidden; not found; outdated, {@code precondition_failed}; invalid,
     *     {@code unknown_user_type}; conflict, {@code last_administrator}, {@code own_account} or {@code already_erased}
     */
    public Person changeType(CustomerScope scope, UserId id, Optional<String> name, LongPredicate expected) {
        Person before = lock(scope, id, expected);
        Optional<UserType> type = name.map(userTypes::byName);
        if (type.map(UserType::id).equals(before.user().userTypeId())) {
            return before;
        }
        Person after = new Person(before.user(), type);
        if (!after.holdsEverything()) {
            oversight.requireOneBeside(scope, before);
        }
        before.user().changeType(type.map(UserType::id).orElse(null));
        changes.typeChanged(scope, id, before.platformType(), type);
        return after;
    }

    /**
     * Shuts the person out everywhere, from the next request on. A customer may be left without an administrator by it:
     * who must go at once goes at once.
     *
     * @param expected whether the caller knows that revision
     * @throws ProblemException forbidden; not found; outdated, {@code precondition_failed}; conflict,
     *     {@code already_inactive}, {@code last_administrator}, {@code own_account} or {@code already_erased}
     */
    public Person deactivate(CustomerScope scope, UserId id, LongPredicate expected) {
        Person person = lock(scope, id, expected);
        if (!person.user().isActive()) {
            throw ProblemException.conflict("already_inactive", "This person is not active.");
        }
        oversight.requireOneBeside(scope, person);
        person.user().deactivate();
        changes.deactivated(scope, id, sessions.endAllOf(id, SessionEnd.DEACTIVATED, clock.instant()));
        return person;
    }

    /**
     * Lets the person in again, with what they held; invitations that were revoked and sessions that ended stay so.
     *
     * @param expected whether the caller knows that revision
     * @throws ProblemException forbidden; not found; outdated, {@code precondition_failed}; conflict,
     *     {@code already_active} or {@code already_erased}
     */
    public Person reactivate(CustomerScope scope, UserId id, LongPredicate expected) {
        Person person = lock(scope, id, expected);
        if (person.user().isActive()) {
            throw ProblemException.conflict("already_active", "This person is active.");
        }
        person.user().reactivate();
        changes.reactivated(scope, id);
        return person;
    }

    /** The person, whom nobody else changes until the end of the transaction. */
    private Person lock(CustomerScope scope, UserId id, LongPredicate expected) {
        oversight.require(scope);
        User user = repository.lock(id).orElseThrow(ProblemException::notFound);
        Precondition.require(expected, user.revision());
        user.requireNotErased();
        return person(user, userTypes.byId());
    }

    private static Person person(User user, Map<UUID, UserType> types) {
        return new Person(user, user.userTypeId().map(types::get));
    }
}
