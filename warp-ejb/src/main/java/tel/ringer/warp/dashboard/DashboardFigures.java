package tel.ringer.warp.dashboard;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;

/** Reads figures, each time in a transaction of its own. */
@Stateless
@CustomerGuarded
public class DashboardFigures {
    @Inject
    private DashboardRepository repository;

    /**
     * In one statement.
     *
     * @param scope what the parts reach together
     */
    public List<Figure> read(CustomerScope scope, DashboardReach reach) {
        return reach.parts().isEmpty() ? List.of() : repository.figures(reach);
    }

    /** In one statement. */
    public OwnCustomers own(CustomerScope scope, DashboardReach reach) {
        return repository.own(reach);
    }
}
