package tel.ringer.warp.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * Defines the pool of the application's login; the server expands {@code ${MPCONFIG=name:default}}.
 *
 * <p>A connection is validated by a round trip when it is borrowed, once a second at most, so that a restart of the
 * database costs no request more than those it interrupts and those of the next second. The server's other ways to
 * validate, such as auto-commit, ask nobody: the driver answers them itself.
 *
 * <p>Statements are planned for their parameters at each execution: a person with one grant and one with 100,000 need
 * different plans.
 */
@Singleton // in the JAR of an EAR, the server reads definitions from EJBs alone
@DataSourceDefinition(
        name = "java:app/jdbc/warp",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=warp.db.url:jdbc:postgresql://localhost:5432/warp}",
        user = "${MPCONFIG=warp.db.user:warp_app}",
        password = "${MPCONFIG=warp.db.password:}",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 32,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.max-wait-time-in-millis=5000",
            "ApplicationName=warp",
            "options=-c plan_cache_mode=force_custom_plan",
            "connectTimeout=5",
            "socketTimeout=60",
            "tcpKeepAlive=true"
        })
public class WarpDatabase {}
