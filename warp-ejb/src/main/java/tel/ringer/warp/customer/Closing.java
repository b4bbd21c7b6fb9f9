package tel.ringer.warp.customer;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import tel.ringer.warp.access.Staff;

/** The end of a customer: for staff alone, since it takes everybody else's access, and from then on nothing is added. */
@ApplicationScoped
class Closing {
    @Inject
    private Staff staff;

    @Inject
    private OpenCustomers customers;

    void begin(@Observes @Priority(CustomerStatusChanged.REFUSE) CustomerStatusChanged change) {
        if (change.closes()) {
            staff.require(change.by());
            customers.shut(change.customer());
        }
    }
}
