package tel.ringer.warp.scale;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.runner.ApplicationServer;
import tel.ringer.warp.runner.Installation;
import tel.ringer.warp.runner.Keys;
import tel.ringer.warp.runner.LocalDatabase;
import tel.ringer.warp.runner.LocalIdentityProvider;
import tel.ringer.warp.runner.Ports;

/** PostgreSQL, the OpenID provider and the server, with a number of customers. */
final class Stage implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** Loaded with each session of the application; what it logs is switched by {@link #explain}. */
    private static final String EXPLAINED =
            """
            alter role warp_app set session_preload_libraries = 'auto_explain';
            alter role warp_app set auto_explain.log_analyze = on;
            alter role warp_app set auto_explain.log_buffers = on;
            """;

    private final Path folder;
    private final LocalDatabase database;
    private final LocalIdentityProvider identityProvider;
    private @Nullable ApplicationServer server;
    private final int port;

    private Stage(Path folder) throws IOException {
        this.folder = folder;
        this.port = Ports.anyFree();
        this.database = LocalDatabase.start(folder, 0);
        this.identityProvider = LocalIdentityProvider.start(0);
    }

    /** With the customers, people and invitations of load.sql. */
    static Stage set(Installation installation, Path folder, int customers) throws Exception {
        return set(installation, folder, customers, "load.sql", Map.of());
    }

    /**
     * @param script that loads them, as a resource beside this class
     * @param environment added to that of the server
     */
    static Stage set(
            Installation installation, Path folder, int customers, String script, Map<String, String> environment)
            throws Exception {
        Stage stage = new Stage(folder);
        try {
            execute(stage.database, EXPLAINED);
            stage.start(installation, environment);
            stage.load(customers, script);
            return stage;
        } catch (Exception e) {
            stage.close();
            throw e;
        }
    }

    private void start(Installation installation, Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.putAll(identityProvider.environment());
        environment.putAll(more);
        // What the timer asks would be counted to whoever calls.
        environment.put("WARP_MAIL_INTERVAL", "PT1H");
        environment.put(
                "WARP_TOKEN_KEY_FILE",
                new Keys(folder.resolve("keys")).tokenSigningKey().toString());
        server = ApplicationServer.start(installation, folder, port, environment);
        server.awaitReady(START_LIMIT);
    }

    private void load(int customers, String name) throws IOException, SQLException {
        try (InputStream script = Stage.class.getResourceAsStream(name)) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            execute(database, text.replace(":n", Integer.toString(customers)));
        }
        for (String table : List.of("customers", "users", "user_customer_access", "user_invitations")) {
            String schema = table.equals("customers") ? "accounts" : "auth";
            execute(database, "vacuum analyze %s.%s".formatted(schema, table));
        }
    }

    Caller signIn(Person person) throws IOException, InterruptedException {
        return Caller.signIn(person, URI.create("http://localhost:" + port), identityProvider.idToken(person.email()));
    }

    /** From now on, or soon after, each statement's plan is logged, or none. */
    void explain(boolean on) throws IOException, SQLException {
        execute(database, "load 'auto_explain'", "alter system set auto_explain.log_min_duration = " + (on ? 0 : -1));
        execute(database, "select pg_reload_conf()");
    }

    /** How long the database's log is, in bytes. */
    long logged() throws IOException {
        return Files.size(folder.resolve("postgresql.log"));
    }

    /** What the database's log has after that many bytes: all of it is soon too much to read again and again. */
    List<String> log(long after) throws IOException {
        try (InputStream log = Files.newInputStream(folder.resolve("postgresql.log"))) {
            log.skipNBytes(after);
            return new String(log.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static void execute(LocalDatabase database, String... commands) throws IOException, SQLException {
        try (Connection superuser = database.connectAsSuperuser(LocalDatabase.NAME);
                Statement statement = superuser.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        identityProvider.close();
        database.close();
    }
}
