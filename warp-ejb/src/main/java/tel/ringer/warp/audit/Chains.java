package tel.ringer.warp.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.problem.ProblemException;

/** Whether the log is still what was written. */
@Stateless
@CustomerGuarded
public class Chains {
    @Inject
    private ChainRepository repository;

    /** @throws ProblemException not found */
    public ChainVerdict verify(CustomerScope scope, CustomerId customer) {
        if (!repository.isKnown(customer)) {
            throw ProblemException.notFound();
        }
        return repository.verify(Optional.of(customer));
    }

    /**
     * The chains of what concerns no customer.
     *
     * @throws ProblemException forbidden, unless the caller holds everything
     */
    public ChainVerdict verifyWithoutCustomer(CustomerScope scope) {
        if (!(scope instanceof CustomerScope.All)) {
            throw ProblemException.forbidden("Name a customer.");
        }
        return repository.verify(Optional.empty());
    }
}
