package tel.ringer.warp.database;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Migrates before Hibernate validates: the server builds the persistence unit before any bean of the application
 * exists. Does nothing where the owner's login is not configured, since there a job of the operator migrates.
 */
public class MigrationIntegrator implements Integrator {
    private static final System.Logger LOG = System.getLogger(MigrationIntegrator.class.getName());

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor sessionFactory) {
        Config config = ConfigProvider.getConfig();
        Optional<String> owner = config.getOptionalValue("warp.db.owner-user", String.class);
        if (owner.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "No owner's login is configured: a job migrates the database");
            return;
        }
        String url = config.getValue("warp.db.url", String.class);
        String password =
                config.getOptionalValue("warp.db.owner-password", String.class).orElse("");
        // DriverManager knows drivers of applications only if it is used for the first time while they are deployed.
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        new Migrations(() -> source.getConnection(owner.get(), password)).update();
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry registry) {
        // Nothing is held.
    }
}
