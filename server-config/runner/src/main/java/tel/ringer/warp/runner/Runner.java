package tel.ringer.warp.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Starts WARP with everything that is not configured to be elsewhere, and stops what it started. */
public final class Runner {

    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final String LOCAL_SENDER = "no-reply@warp.example";

    private final Settings settings;
    private final Installation installation;
    private final Console console;
    private final Map<String, String> environment;
    private final StartedParts parts = new StartedParts();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile boolean failed;

    private Runner(Settings settings, Installation installation, Console console) {
        this.settings = settings;
        this.installation = installation;
        this.console = console;
        this.environment = new LinkedHashMap<>(settings.environment());
    }

    /**
     * Runs until it is told to stop.
     *
     * @param arguments the WAR, the jar of Payara Micro, and the folder to keep data in unless WARP_RUN_DIR names one
     */
    public static void main(String[] arguments) {
        long begin = System.nanoTime();
        Console console = Console.ofThisProcess();
        try {
            Installation installation = new Installation(Path.of(arguments[0]), Path.of(arguments[1]));
            Runner runner = new Runner(Settings.ofThisProcess(Path.of(arguments[2])), installation, console);
            Runtime.getRuntime().addShutdownHook(new Thread(runner::stop, "stop-everything"));
            runner.run(begin);
        } catch (CannotStartException e) {
            console.say(e.sentence());
            System.exit(1);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void run(long begin) throws Exception {
        try {
            ApplicationServer server = start(begin);
            int status = server.awaitEnd();
            throw new CannotStartException(
                    "The server ended with status %d; its log above tells why.".formatted(status));
        } catch (Exception e) {
            if (!stopping) {
                failed = true;
                throw e;
            }
            // Maven takes the classes away as soon as this method returns.
            stopped.await();
        }
    }

    private void stop() {
        stopping = true;
        if (failed) {
            // The sentence that tells why stays the last one.
            parts.stop(console);
            return;
        }
        console.say("Stopping.");
        parts.stop(console);
        console.say("Stopped.");
        stopped.countDown();
    }

    private ApplicationServer start(long begin) throws Exception {
        console.say("Starting; what is kept between runs is in " + settings.directory() + ".");
        parts.start(() -> FolderLock.on(settings.directory()));
        LocalDatabase.stopLeftOver(settings.directory());
        Ports.requireFree(settings.localPorts());
        Optional<LocalDatabase> database = startDatabase();
        startMail();
        startIdentity();
        ApplicationServer server = startServer();
        List<String> accounts = addDemoData(database);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        console.say(new Banner(settings, took, accounts).text());
        return server;
    }

    private Optional<LocalDatabase> startDatabase() throws Exception {
        if (!settings.localDatabase()) {
            return Optional.empty();
        }
        LocalDatabase database = parts.start(() -> LocalDatabase.start(settings.directory(), settings.databasePort()));
        environment.putAll(database.environment());
        return Optional.of(database);
    }

    private void startMail() throws Exception {
        if (settings.localMail()) {
            MailSink sink = parts.start(
                    () -> new MailSink(settings.directory().resolve("mail"), console.out(), Clock.systemUTC()));
            sink.start(settings.smtpPort());
            environment.putAll(sink.environment());
            environment.putIfAbsent("WARP_MAIL_FROM", LOCAL_SENDER);
        }
    }

    private void startIdentity() throws Exception {
        if (settings.localIdentity()) {
            LocalIdentityProvider provider = parts.start(() -> LocalIdentityProvider.start(settings.identityPort()));
            environment.putAll(provider.environment());
        }
    }

    private ApplicationServer startServer() throws Exception {
        if (settings.tokenKeyFile().isEmpty()) {
            Path key = new Keys(settings.directory().resolve("keys")).tokenSigningKey();
            environment.put("WARP_TOKEN_KEY_FILE", key.toString());
        }
        ApplicationServer server = parts.start(
                () -> ApplicationServer.start(installation, settings.directory(), settings.httpPort(), environment));
        server.awaitReady(READY_LIMIT);
        return server;
    }

    /** Returns those who can sign in thanks to it. */
    private List<String> addDemoData(Optional<LocalDatabase> database) throws IOException {
        if (database.isEmpty() || !settings.demoData()) {
            return List.of();
        }
        DemoData demo = DemoData.shipped();
        try (Connection connection = database.get().connectAs(LocalDatabase.OWNER)) {
            demo.addTo(connection);
        } catch (SQLException e) {
            throw new CannotStartException("The database refused the demo data: " + e.getMessage(), e);
        }
        return demo.accounts();
    }
}
