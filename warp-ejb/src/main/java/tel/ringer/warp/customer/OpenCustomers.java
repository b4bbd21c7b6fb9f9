package tel.ringer.warp.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Staff;
import tel.ringer.warp.problem.ProblemException;

/**
 * Customers that are not closed. Whoever adds something that a closing ends asks here before anything else is locked;
 * so of the two one is first: the closing finds what was added, or nothing is added any more. Runs inside the
 * transaction of a guarded use case.
 */
@ApplicationScoped
public class OpenCustomers {
    @Inject
    private StatusRepository repository;

    @Inject
    private Staff staff;

    /**
     * Not closed, and not before the transaction ends.
     *
     * @throws ProblemException not found; conflict, {@code customer_closed}
     */
    public void require(CustomerId customer) {
        hold(customer);
        if (repository.find(customer).orElseThrow(ProblemException::notFound) == CustomerStatus.CLOSED) {
            throw ProblemException.conflict("customer_closed", "This customer is closed.");
        }
    }

    /** Whatever its status is, it is not closed before the transaction ends. */
    public void hold(CustomerId customer) {
        repository.lockShared(customer);
    }

    /** Until the transaction ends nothing is added. */
    void shut(CustomerId customer) {
        repository.lock(customer);
    }

    /** Whether who acts may change nothing there at the moment. */
    public boolean isSuspendedFor(CustomerScope scope, CustomerId customer) {
        return repository
                        .find(customer)
                        .filter(CustomerStatus.SUSPENDED::equals)
                        .isPresent()
                && !staff.acts(scope);
    }
}
