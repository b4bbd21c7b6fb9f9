package tel.ringer.warp.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.problem.Precondition;
import tel.ringer.warp.problem.ProblemException;

/** What people read and change of themselves, and of nobody else. The address is the provider's, and stays. */
@Stateless
@CustomerGuarded
public class Profiles {
    private static final int MOST_GRANTS = 200;

    @Inject
    private PeopleRepository repository;

    @Inject
    private UserTypes userTypes;

    @Inject
    private PersonChanges changes;

    /** @param scope of the customers that may be named to the person */
    public PersonDetails get(CustomerScope scope) {
        User user = repository.own(scope).orElseThrow(ProblemException::notFound);
        Map<UUID, UserType> types = userTypes.byId();
        Person person = new Person(user, user.userTypeId().map(types::get));
        List<GrantRow> grants = repository.grantsOf(user.id(), MOST_GRANTS + 1);
        return new PersonDetails(
                person,
                grants.stream()
                        .limit(MOST_GRANTS)
                        .map(grant -> grant.of(person, types))
                        .toList(),
                grants.size() <= MOST_GRANTS);
    }

    /**
     * @param expected whether the person knows that revision
     * @throws ProblemException outdated, {@code precondition_failed}
     */
    public void change(CustomerScope scope, ProfileChange wanted, LongPredicate expected) {
        User user = repository.lockOwn(scope).orElseThrow(ProblemException::notFound);
        Precondition.require(expected, user.revision());
        Optional.of(user.change(wanted))
                .filter(changed -> !changed.isEmpty())
                .ifPresent(changed -> changes.profileChanged(scope, user.id(), changed));
    }
}
