package tel.ringer.warp.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tel.ringer.warp.problem.ProblemException;

/**
 * Those who manage the people of a customer (active owners and administrators) or everything (active holders of
 * {@code *}): one of them always stays. Whoever may take one away locks first, so that two who take each other away do
 * so one after the other. Runs inside the transaction of a guarded use case.
 */
@ApplicationScoped
public class Administrators {
    @Inject
    private AdministratorRepository repository;

    /** Until the end of the transaction nobody else changes what the people of the customer hold. */
    public void lock(CustomerId customer) {
        repository.lock("warp.customer." + customer);
    }

    /** Until the end of the transaction nobody else changes what people hold on the platform. */
    public void lockPlatform() {
        repository.lock("warp.platform");
    }

    /** @throws ProblemException conflict, {@code last_administrator}, if nobody else manages the customer's people */
    public void requireOneBeside(UserId user, CustomerId customer) {
        if (!repository.isAnotherActiveAt(customer, user)) {
            throw last("This customer would be left without an active owner or administrator.");
        }
    }

    /** @throws ProblemException conflict, {@code last_administrator}, if nobody else holds everything */
    public void requireOneBesideOnPlatform(UserId user) {
        if (!repository.isAnotherActiveOnPlatform(user)) {
            throw last("Nobody active would be left who holds everything.");
        }
    }

    private static ProblemException last(String detail) {
        return ProblemException.conflict("last_administrator", detail);
    }
}
