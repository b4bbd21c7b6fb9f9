package tel.ringer.warp.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * Defines a pool of the same login for the shared buckets alone: few connections, for which nobody waits long, in no
 * transaction of the application. So a flood of refused attempts takes no connection away from anybody else's work.
 */
@Singleton // in the JAR of an EAR, the server reads definitions from EJBs alone
@DataSourceDefinition(
        name = LimitDatabase.NAME,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=warp.db.url:jdbc:postgresql://localhost:5432/warp}",
        user = "${MPCONFIG=warp.db.user:warp_app}",
        password = "${MPCONFIG=warp.db.password:}",
        transactional = false,
        initialPoolSize = 0,
        minPoolSize = 0,
        maxPoolSize = 4,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.max-wait-time-in-millis=250",
            "ApplicationName=warp-limits",
            "options=-c statement_timeout=1000 -c lock_timeout=500 -c idle_in_transaction_session_timeout=5000",
            "connectTimeout=2",
            "socketTimeout=2",
            "tcpKeepAlive=true"
        })
public class LimitDatabase {
    static final String NAME = "java:app/jdbc/warp-limits";
}
