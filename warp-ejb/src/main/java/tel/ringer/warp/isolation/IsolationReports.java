package tel.ringer.warp.isolation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.problem.ProblemException;

/** How the walls stand, for those who hold everything: it tells how much there is of everybody's. */
@Stateless
@CustomerGuarded
public class IsolationReports {
    @Inject
    private IsolationRepository repository;

    @Inject
    private IsolationProbe probe;

    /** @throws ProblemException forbidden, unless the caller holds {@code *}, which the database is asked too */
    public IsolationReport create(CustomerScope scope) {
        if (!(scope instanceof CustomerScope.All) || !repository.callerIsUnrestricted()) {
            throw ProblemException.forbidden("You may not see how the database confines its tables.");
        }
        return probe.inspect();
    }
}
