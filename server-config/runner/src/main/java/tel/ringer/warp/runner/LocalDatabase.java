package tel.ringer.warp.runner;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A real PostgreSQL for development and tests, with WARP's database and roles and without superuser rights for either.
 *
 * <p>It listens on this machine only and does not wait for the disk (no fsync): a power cut may cost its data.
 */
public final class LocalDatabase implements AutoCloseable {

    /** The database. */
    public static final String NAME = "warp";

    /** The role that owns the tables and migrates them. */
    public static final String OWNER = "warp_owner";

    /** The role that the application works with; it owns nothing. */
    public static final String APPLICATION = "warp_app";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Cluster cluster;
    private final Keys keys;

    private LocalDatabase(EmbeddedPostgres server, Cluster cluster, Keys keys) {
        this.server = server;
        this.cluster = cluster;
        this.keys = keys;
    }

    /**
     * Starts it, or starts it again with the data of an earlier run.
     *
     * @param directory where its data, its binaries, its log and its passwords are kept; nobody else may work there
     * @param port where it listens; 0 for any free port
     * @throws CannotStartException if it does not start
     */
    public static LocalDatabase start(Path directory, int port) throws IOException {
        Cluster cluster = new Cluster(directory.resolve("postgresql"));
        Keys keys = new Keys(directory.resolve("keys"));
        cluster.stopLeftOver();
        cluster.discardUnfinished();
        LocalDatabase database = new LocalDatabase(launch(directory, cluster, port, keys), cluster, keys);
        try {
            database.prepare();
            return database;
        } catch (IOException | SQLException e) {
            database.close();
            throw new CannotStartException("The embedded PostgreSQL refused its set-up: " + e.getMessage(), e);
        }
    }

    /** Ends a PostgreSQL that outlived a killed runner, so that its port is free again. */
    public static void stopLeftOver(Path directory) throws IOException {
        new Cluster(directory.resolve("postgresql")).stopLeftOver();
    }

    private static EmbeddedPostgres launch(Path directory, Cluster cluster, int port, Keys keys) throws IOException {
        PrivateFiles.folder(directory);
        Path log = directory.resolve("postgresql.log");
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(cluster.folder())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            directory.resolve("postgresql-binaries").toFile())
                    .setPort(port)
                    // initdb takes the last of two; without this every user of the machine would be superuser.
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig(
                            "pwfile", keys.passwordFile(Cluster.SUPERUSER).toString())
                    .setConnectConfig("password", keys.password(Cluster.SUPERUSER))
                    .setServerConfig("listen_addresses", "localhost")
                    .setServerConfig("unix_socket_directories", "")
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setPGStartupWait(START_LIMIT)
                    // Whoever starts it stops it after the application, not beside it.
                    .setRegisterShutdownHook(false)
                    .start();
        } catch (IOException | RuntimeException e) {
            cluster.stopLeftOver();
            throw new CannotStartException("The embedded PostgreSQL did not start; its log is " + log + ".", e);
        }
    }

    private void prepare() throws IOException, SQLException {
        Map<String, String> passwords = Map.of(OWNER, keys.password(OWNER), APPLICATION, keys.password(APPLICATION));
        try (Connection connection = connectAsSuperuser("postgres")) {
            DatabaseSetup.createRoles(connection, passwords);
            DatabaseSetup.createDatabase(connection);
        }
        try (Connection connection = connectAsSuperuser(NAME)) {
            DatabaseSetup.prepareDatabase(connection);
        }
        cluster.markFinished();
    }

    public int port() {
        return server.getPort();
    }

    /** The JDBC URL of WARP's database. */
    public String url() {
        return url(NAME);
    }

    /** The password of {@link #OWNER} or {@link #APPLICATION}. */
    public String password(String role) throws IOException {
        return keys.password(role);
    }

    /** Connects to WARP's database as one of its two roles. */
    public Connection connectAs(String role) throws IOException, SQLException {
        return DriverManager.getConnection(url(), role, password(role));
    }

    /** Connects past all rules, for set-up and for tests that look behind row-level security. */
    public Connection connectAsSuperuser(String database) throws IOException, SQLException {
        return DriverManager.getConnection(url(database), Cluster.SUPERUSER, keys.password(Cluster.SUPERUSER));
    }

    /** What the application must be told to find this database. */
    public Map<String, String> environment() throws IOException {
        return Map.of(
                "WARP_DB_URL", url(),
                "WARP_DB_USER", APPLICATION,
                "WARP_DB_PASSWORD", password(APPLICATION),
                "WARP_DB_OWNER_USER", OWNER,
                "WARP_DB_OWNER_PASSWORD", password(OWNER));
    }

    @Override
    public void close() throws IOException {
        server.close();
        cluster.stopLeftOver();
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port(), database);
    }
}
