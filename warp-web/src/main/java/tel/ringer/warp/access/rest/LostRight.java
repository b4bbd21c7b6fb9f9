package tel.ringer.warp.access.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Entitlements;
import tel.ringer.warp.access.RefusedRow;
import tel.ringer.warp.problem.ProblemException;

/**
 * Who loses their right while their own request runs is refused by the database, row by row. They are told what the same
 * request would be told now.
 */
@ApplicationScoped
public class LostRight {
    private static final System.Logger LOG = System.getLogger(LostRight.class.getName());

    @Inject
    private CurrentCaller current;

    @Inject
    private Entitlements entitlements;

    /**
     * Unauthenticated, forbidden or not found, if that is why it was thrown; empty if the caller still may, and for
     * whatever else was thrown.
     *
     * @param uri of the request, with the customer that it names
     */
    public Optional<ProblemException> in(Throwable thrown, UriInfo uri) {
        if (!RefusedRow.isIn(thrown) || !current.isAuthorised()) {
            return Optional.empty();
        }
        try {
            CustomerScope now = current.scopeAsOfNow();
            named(uri).ifPresent(customer -> entitlements.require(now, customer));
            return Optional.empty();
        } catch (ProblemException lost) {
            return Optional.of(lost);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Whether the caller still may can''t be told: {0}", e);
            return Optional.empty();
        }
    }

    private static Optional<CustomerId> named(UriInfo uri) {
        return Optional.ofNullable(uri.getPathParameters().getFirst("customerId"))
                .map(CustomerId::fromString);
    }
}
