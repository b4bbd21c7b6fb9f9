package tel.ringer.warp.customer;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.LongPredicate;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.problem.Precondition;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.time.DatabaseClock;

/** Changes of customers, by their own people and by the carrier's. */
@Stateless
@CustomerGuarded
public class CustomerChanges {
    @Inject
    private CustomerRepository repository;

    @Inject
    private FieldRights rights;

    @Inject
    private Event<CustomerStatusChanged> statusChanged;

    @Inject
    private CustomerAudit audit;

    @Inject
    private DatabaseClock clock;

    /**
     * Changes what is named and leaves the rest.
     *
     * @param expected whether the caller knows that revision
     * @throws ProblemException not found; outdated, {@code precondition_failed}; invalid, {@code field_not_permitted} or
     *     {@code invalid_body}, naming each field; conflict, {@code customer_closed}, or whatever stands against another
     *     status
     */
    public Customer change(CustomerScope scope, CustomerId id, CustomerPatch patch, LongPredicate expected) {
        UserId by = scope.person().orElseThrow(() -> new IllegalStateException("Only an account changes customers"));
        Customer customer = repository.lock(id).orElseThrow(ProblemException::notFound);
        Precondition.require(expected, customer.revision());
        rights.require(by, id, patch);
        customer.requireOpen();
        Instant now = clock.now();
        FieldChanges fields = new FieldChanges(patch);
        StatusChange status = customer.statusAfter(fields);
        customer.change(fields);
        fields.requireFaultless();
        if (!fields.changes().isEmpty()) {
            tell(customer, status, by);
            customer.changeStatus(status, by, now);
            audit.changed(scope, id, fields, status);
            repository.write();
        }
        return customer;
    }

    private void tell(Customer customer, StatusChange change, UserId by) {
        if (change.changesAnything()) {
            statusChanged.fire(new CustomerStatusChanged(customer.id(), change.before(), change.after(), by));
        }
    }
}
