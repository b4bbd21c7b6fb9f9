package tel.ringer.warp.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Tells of requests that were refused: in transactions of their own, since what was refused was rolled back. */
@Stateless
public class Refusals {
    @Inject
    private AuditLog log;

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void record(Refusal refusal, Refusal.Suppressed suppressed) {
        log.record(refusal.toEvent(suppressed));
    }
}
