package tel.ringer.warp.status.rest;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import tel.ringer.warp.database.DatabaseHealth;
import tel.ringer.warp.database.LoginRole;
import tel.ringer.warp.identity.SigningKeys;

/** Done once: the schema is this version's, the signing key is loaded, the login is one that the walls hold for. */
@Startup
@ApplicationScoped
public class StartedCheck implements HealthCheck {
    private static final System.Logger LOG = System.getLogger(StartedCheck.class.getName());

    @Inject
    private DatabaseHealth database;

    @Inject
    private SigningKeys keys;

    private volatile boolean started;

    @Override
    public HealthCheckResponse call() {
        if (!started) {
            started = verify();
        }
        return HealthCheckResponse.named("started").status(started).build();
    }

    private boolean verify() {
        try {
            LoginRole role = database.loginRole();
            return database.migrated() && role.dangers().isEmpty() && keys.areLoaded();
        } catch (EJBException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "Not started yet: " + e);
            return false;
        }
    }
}
