package tel.ringer.warp.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.customer.Customers;
import tel.ringer.warp.customer.OpenCustomers;

/** The steps of working uploads off, each a transaction; one node at a time has the lock of an upload. */
@Stateless
@CustomerGuarded
public class InvitationBatchWork {
    private static final int OPEN_AT_ONCE = 20;

    @Inject
    private InvitationBatchRepository repository;

    @Inject
    private InvitationBatchSlices slices;

    @Inject
    private Customers customers;

    @Inject
    private OpenCustomers status;

    /** An upload with rows that wait, after so many. */
    public record OpenBatch(InvitationBatchId id, CustomerId customer, UserId uploader, int processed) {}

    /** Oldest first. */
    public List<OpenBatch> findOpen(CustomerScope.System scope) {
        return repository.findOpen(OPEN_AT_ONCE).stream()
                .map(batch -> new OpenBatch(batch.id(), batch.customerId(), batch.uploadedBy(), batch.processed()))
                .toList();
    }

    /**
     * Decides the next rows.
     *
     * @param scope of the uploader, as of now
     * @return false if another node is at work on it, or has finished it
     */
    public boolean advance(CustomerScope scope, CustomerId customer, InvitationBatchId id, int most) {
        status.hold(customer);
        Optional<InvitationBatch> open = repository.lockUnlessBusy(id).filter(batch -> !batch.isFinished());
        open.ifPresent(batch -> {
            if (customers.get(scope, customer).isClosed()) {
                slices.end(batch, RowCode.CUSTOMER_CLOSED);
            } else {
                slices.advance(scope, batch, most);
            }
        });
        return open.isPresent();
    }

    /**
     * Whether the customer is suspended and the uploader none of the operator's staff.
     *
     * @param scope of the uploader, as of now
     */
    public boolean isRefused(CustomerScope scope, CustomerId customer) {
        return status.isSuspendedFor(scope, customer);
    }

    /** All that waits comes to this. */
    public void end(CustomerScope.System scope, InvitationBatchId id, RowCode code) {
        repository.lock(id).filter(batch -> !batch.isFinished()).ifPresent(batch -> slices.end(batch, code));
    }

    /** Goes past the next row, which can't be decided, unless somebody has gone on meanwhile. */
    public void skip(CustomerScope.System scope, OpenBatch seen) {
        repository
                .lock(seen.id())
                .filter(batch -> !batch.isFinished() && batch.processed() == seen.processed())
                .ifPresent(slices::skip);
    }
}
