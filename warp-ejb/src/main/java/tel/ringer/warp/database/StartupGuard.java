package tel.ringer.warp.database;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Refuses to serve as a role that row-level security does not bind: the deployment fails with one clear sentence. */
@Singleton
@Startup
public class StartupGuard {
    private static final System.Logger LOG = System.getLogger(StartupGuard.class.getName());

    @Inject
    private DatabaseHealth database;

    @PostConstruct
    void check() {
        LoginRole role = database.loginRole();
        if (!role.dangers().isEmpty()) {
            String refusal = "WARP does not start: its database login " + role.name() + " "
                    + String.join(" and ", role.dangers()) + ", so row-level security would not hold.";
            // On a line of its own: the server buries the exception's message in its own stack traces.
            LOG.log(System.Logger.Level.ERROR, refusal);
            throw new IllegalStateException(refusal);
        }
    }
}
