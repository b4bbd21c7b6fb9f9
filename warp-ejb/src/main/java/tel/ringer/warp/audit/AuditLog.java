package tel.ringer.warp.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes events in the transaction of the change they tell of: both are there, or neither. */
@ApplicationScoped
public class AuditLog {
    @Inject
    private AuditRepository repository;

    @Inject
    private RequestDetails request;

    public void record(AuditEvent event) {
        repository.add(event, request.requestId(), request.address());
    }
}
