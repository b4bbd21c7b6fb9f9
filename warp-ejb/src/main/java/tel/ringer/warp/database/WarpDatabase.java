package tel.ringer.warp.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Defines the pool of the application's login; the server expands {@code ${ENV=name:default}}.
 *
 * <p>A connection is validated when it is borrowed, so that a restart of the database costs no request more than those
 * it interrupts.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/warp",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${ENV=WARP_DB_URL:jdbc:postgresql://localhost:5432/warp}",
        user = "${ENV=WARP_DB_USER:warp_app}",
        password = "${ENV=WARP_DB_PASSWORD:}",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 32,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=auto-commit",
            "fish.payara.max-wait-time-in-millis=5000",
            "ApplicationName=warp",
            "connectTimeout=5",
            "socketTimeout=60",
            "tcpKeepAlive=true"
        })
class WarpDatabase {}
