package tel.ringer.warp.suite;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Specializes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.hibernate.Session;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.ScopedTransaction;

/** Binds scopes; without the second wall the tenant filter is off, and only the database learns of the scope. */
@ApplicationScoped
@Specializes
public class TransactionWithoutAFilter extends ScopedTransaction {
    @PersistenceContext(unitName = "warp")
    private EntityManager entities;

    @Override
    public void bind(CustomerScope scope) {
        super.bind(scope);
        if (!WallsOfTheServer.standing().second()) {
            entities.unwrap(Session.class).disableFilter(TENANT_FILTER);
        }
    }
}
