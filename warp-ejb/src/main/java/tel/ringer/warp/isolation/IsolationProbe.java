package tel.ringer.warp.isolation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Asks in a transaction without a scope: what the caller's own reaches must not count as a hole. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IsolationProbe {
    @Inject
    private IsolationRepository repository;

    public IsolationReport inspect() {
        return new IsolationReport(
                repository.now(), repository.login(), repository.tables(), repository.views(), repository.functions());
    }
}
