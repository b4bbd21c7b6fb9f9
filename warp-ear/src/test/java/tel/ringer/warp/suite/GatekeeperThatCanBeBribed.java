package tel.ringer.warp.suite;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Specializes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.UUID;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Gatekeeper;

/** The first wall; without it, whoever is signed in gets a forged scope for whatever they ask. */
@Stateless
@Specializes
public class GatekeeperThatCanBeBribed extends Gatekeeper {
    @PersistenceContext(unitName = "warp")
    private EntityManager entities;

    @Override
    public CustomerScope authorise(Caller caller, String method, String path) {
        return switch (WallsOfTheServer.standing().scopes()) {
            case DECIDED -> super.authorise(caller, method, path);
            case ALL -> new CustomerScope.All(caller.userId());
            case GRANTED -> new CustomerScope.Granted(caller.userId(), everyUserType());
        };
    }

    @SuppressWarnings("unchecked")
    private Set<UUID> everyUserType() {
        return Set.copyOf(entities.createNativeQuery("select id from auth.user_types", UUID.class)
                .getResultList());
    }
}
