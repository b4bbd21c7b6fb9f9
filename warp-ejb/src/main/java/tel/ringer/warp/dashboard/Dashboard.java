package tel.ringer.warp.dashboard;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tel.ringer.warp.database.DatabaseOutage;

/** What a caller sees first: all figures in one go or, if that fails, those that can be had. */
@ApplicationScoped
public class Dashboard {
    private static final System.Logger LOG = System.getLogger(Dashboard.class.getName());

    @Inject
    private DashboardFigures figures;

    /** @throws EJBException if no part can be read */
    public DashboardStats stats(DashboardReach reach) {
        try {
            return DashboardStats.of(reach, figures.read(reach.whole(), reach), Set.of());
        } catch (EJBException e) {
            if (DatabaseOutage.in(e).isPresent()) {
                // Each part would wait in vain, one time-out after the other.
                throw e;
            }
            LOG.log(System.Logger.Level.WARNING, "The dashboard is read part by part", e);
            return partByPart(reach, e);
        }
    }

    private DashboardStats partByPart(DashboardReach reach, EJBException first) {
        List<Figure> read = new ArrayList<>();
        Set<DashboardPart> unavailable = EnumSet.noneOf(DashboardPart.class);
        for (DashboardPart part : reach.parts().keySet()) {
            DashboardReach alone = reach.only(part);
            try {
                read.addAll(figures.read(alone.whole(), alone));
            } catch (EJBException e) {
                LOG.log(System.Logger.Level.WARNING, () -> "The dashboard is without " + part.label(), e);
                unavailable.add(part);
            }
        }
        if (unavailable.equals(reach.parts().keySet())) {
            throw first;
        }
        return DashboardStats.of(reach, read, unavailable);
    }

    public OwnCustomers own(DashboardReach reach) {
        return figures.own(reach.whole(), reach);
    }
}
