package tel.ringer.warp.privacy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.LongPredicate;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.identity.Oversight;
import tel.ringer.warp.identity.Person;
import tel.ringer.warp.identity.Users;
import tel.ringer.warp.problem.Precondition;
import tel.ringer.warp.problem.ProblemException;

/** Forgets people for good. */
@Stateless
@CustomerGuarded
public class Erasures {
    @Inject
    private Oversight oversight;

    @Inject
    private Users users;

    @Inject
    private PersonalDataRepository repository;

    @Inject
    private ErasureAudit audit;

    /**
     * The account stays as a pseudonym that nobody signs in to; a customer may be left without an administrator by it.
     * Whoever has been erased may be invited again, as somebody new.
     *
     * @param reason why; it stays in the audit log
     * @param expected whether the caller knows that revision
     * @throws ProblemException forbidden; not found; outdated, {@code precondition_failed}; conflict,
     *     {@code already_erased}, {@code last_administrator} or {@code own_account}
     */
    public void erase(CustomerScope scope, UserId id, String reason, LongPredicate expected) {
        oversight.require(scope);
        Person person = users.find(scope, id).orElseThrow(ProblemException::notFound);
        Precondition.require(expected, person.user().revision());
        person.user().requireNotErased();
        oversight.requireOneBeside(scope, person);
        UserId by = scope.person().orElseThrow(() -> new IllegalStateException("Only a person erases people"));
        List<ErasureEffect> effects = repository.erase(id, by);
        audit.erased(by, id, reason, effects);
    }

    /** @return how many rows were found and forgotten that requests under way had left of people who were being erased */
    public int sweep(CustomerScope.System scope) {
        return repository.forgetTracesOfErased();
    }
}
