package tel.ringer.warp.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.regex.Pattern;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Brings a database up to this version. Safe to be started by many nodes at once and after a crash. */
public final class Migrations {
    /** Any constant of WARP's own; PostgreSQL frees the lock when the session that holds it is gone. */
    private static final long ADVISORY_LOCK = 0x57415250L;

    private static final String CHANGELOG = "liquibase/changelog.yaml";
    private static final Pattern FILE = Pattern.compile("changes/(.+)\\.sql");

    private final Connections connections;

    public Migrations(Connections connections) {
        this.connections = connections;
    }

    /** Opens connections of the role that owns the schemas. */
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException;
    }

    /** Id of the last change that the changelog names. */
    static String newest() {
        try (InputStream changelog = Migrations.class.getResourceAsStream("/" + CHANGELOG)) {
            String text = new String(Objects.requireNonNull(changelog).readAllBytes(), StandardCharsets.UTF_8);
            return FILE.matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException if a change can't be applied; those before it stay */
    public void update() {
        run(liquibase -> {
            // Whoever held Liquibase's own lock before died with it: the advisory lock is ours now.
            LockServiceFactory.getInstance()
                    .getLockService(liquibase.getDatabase())
                    .forceReleaseLock();
            liquibase.update(new Contexts(), new LabelExpression());
        });
    }

    /** Undoes every change. For tests of the rollbacks. */
    public void rollbackAll() {
        run(liquibase -> liquibase.rollback(
                liquibase.getDatabase().getRanChangeSetList().size(), null, new Contexts(), new LabelExpression()));
    }

    private void run(Step step) {
        try (Connection lock = connections.open();
                Statement statement = lock.createStatement()) {
            statement.execute("select pg_advisory_lock(" + ADVISORY_LOCK + ")");
            try (Connection connection = connections.open()) {
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                ClassLoaderResourceAccessor changes =
                        new ClassLoaderResourceAccessor(Migrations.class.getClassLoader());
                Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> {
                    step.apply(new Liquibase(CHANGELOG, changes, database));
                });
            }
        } catch (Exception e) {
            throw new IllegalStateException("The database could not be migrated", e);
        }
    }

    @FunctionalInterface
    private interface Step {
        void apply(Liquibase liquibase) throws LiquibaseException;
    }
}
