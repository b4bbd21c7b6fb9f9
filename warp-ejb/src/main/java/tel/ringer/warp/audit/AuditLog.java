package tel.ringer.warp.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Comparator;
import tel.ringer.warp.access.CallingKey;
import tel.ringer.warp.access.CustomerId;

/** Writes events in the transaction of the change they tell of: both are there, or neither. */
@ApplicationScoped
public class AuditLog {
    /** For transactions that change several customers: {@link #record} takes them in this order alone. */
    public static final Comparator<CustomerId> ORDER_OF_CUSTOMERS = Chain.OF_CUSTOMERS;

    @Inject
    private AuditRepository repository;

    @Inject
    private RequestDetails request;

    @Inject
    private CallingKey callingKey;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    /**
     * Writes the event at the end of its chain, which is locked until the transaction ends.
     *
     * @throws IllegalStateException if the transaction has already written to a later chain: events without customer
     *     come first, then customers in their order, else two transactions could wait for each other
     */
    public void record(AuditEvent event) {
        Chain chain = Chain.of(event);
        if (transaction.getResource(Chain.class) instanceof Chain last && chain.compareTo(last) < 0) {
            throw new IllegalStateException(event.action() + " of " + chain + " comes too late, after " + last);
        }
        transaction.putResource(Chain.class, chain);
        repository.add(named(event), request.requestId(), request.address());
    }

    /** What acts with an API key is told apart from people, whichever use case tells of it. */
    private AuditEvent named(AuditEvent event) {
        return event.actorId()
                .filter(callingKey::is)
                .map(key -> event.by("key:" + key))
                .orElse(event);
    }
}
