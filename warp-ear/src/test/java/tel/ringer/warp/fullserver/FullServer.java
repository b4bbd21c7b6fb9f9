package tel.ringer.warp.fullserver;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.runner.CannotStartException;
import tel.ringer.warp.runner.Ports;

/** A fresh domain of the full server: installed as an administrator would, deleted with all that is in it. */
final class FullServer {
    private static final String DOMAIN = "warp-it";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int HTTP = 80;

    /** What Payara adds to the base for the ports of a domain. */
    private static final List<Integer> OFFSETS = List.of(9, 37, 38, 39, 48, 49, 59, 66, 76, HTTP, 81, 86);

    private final Path home;
    private final Path log;
    private final int portbase;

    private FullServer(Path home, Path log, int portbase) {
        this.home = home;
        this.log = log;
        this.portbase = portbase;
    }

    /**
     * Chooses its ports, and deletes what an interrupted run left of it.
     *
     * @param home where the distribution is unpacked
     * @param log where the scripts' output goes
     */
    static FullServer fresh(Path home, Path log) throws IOException, InterruptedException {
        FullServer server = new FullServer(home, log, freePortbase());
        server.delete();
        return server;
    }

    /** Where it answers. */
    URI address() {
        return URI.create("http://localhost:" + (portbase + HTTP));
    }

    /** Runs the administrators' script: afterwards the application is the first that this server has ever seen. */
    void install(Path script, Path ear, Map<String, String> settings) throws IOException, InterruptedException {
        List<String> command = List.of(
                script.toString(),
                "--payara-home",
                home.toString(),
                "--ear",
                ear.toString(),
                "--domain",
                DOMAIN,
                "--portbase",
                Integer.toString(portbase));
        if (run(command, settings) != 0) {
            throw new CannotStartException("The installation failed: " + output());
        }
    }

    /** Stops the process and starts another, in which the server loads what is deployed. */
    void restart() throws IOException, InterruptedException {
        if (asadmin("stop-domain", DOMAIN) != 0 || asadmin("start-domain", DOMAIN) != 0) {
            throw new CannotStartException("The server did not restart: " + output());
        }
    }

    /** Waits until it says that it is ready; a limit is set. */
    void awaitReady() {
        Await.untilTrue("the full server", () -> {
            try {
                return api().get("/health/ready").status() == 200;
            } catch (UncheckedIOException notListening) {
                return false;
            }
        });
    }

    /** Its API, called by nobody. */
    Api api() {
        return new Api(address(), Optional.empty());
    }

    /** What the scripts have said. */
    String output() throws IOException {
        return Files.readString(log);
    }

    /** Stops it, by force if need be, and deletes all of it but its log; nothing happens if it is not there. */
    void delete() throws IOException, InterruptedException {
        Path domain = home.resolve("glassfish/domains").resolve(DOMAIN);
        if (Files.notExists(domain)) {
            return;
        }
        keepLog(domain);
        // Fails if it does not run.
        if (asadmin("stop-domain", DOMAIN) != 0) {
            asadmin("stop-domain", "--kill=true", DOMAIN);
        }
        if (asadmin("delete-domain", DOMAIN) != 0) {
            throw new IOException("The domain could not be deleted: " + output());
        }
    }

    private void keepLog(Path domain) throws IOException {
        Path serverLog = domain.resolve("logs/server.log");
        if (Files.exists(serverLog)) {
            Files.copy(serverLog, log.resolveSibling("server.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private int asadmin(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/asadmin").toString());
        command.addAll(List.of(words));
        return run(command, Map.of());
    }

    private int run(List<String> command, Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .redirectInput(Redirect.from(new File("/dev/null")));
        builder.environment().put("TERM", "dumb");
        builder.environment().put("AS_JAVA", System.getProperty("java.home"));
        // Of each script and of the server: none of them lives long enough for more.
        builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException(command.get(0) + " did not end in time: " + output());
            }
            return process.exitValue();
        } finally {
            process.destroy();
        }
    }

    private static int freePortbase() {
        // Below the ports that this machine hands out itself.
        return new SplittableRandom()
                .ints(20_000, 30_000)
                .limit(50)
                .filter(FullServer::isFree)
                .findFirst()
                .orElseThrow(() -> new CannotStartException("No row of free ports was found."));
    }

    private static boolean isFree(int base) {
        try {
            Ports.requireFree(OFFSETS.stream()
                    .map(offset -> base + offset)
                    .collect(Collectors.toMap(port -> "port " + port, Function.identity())));
            return true;
        } catch (CannotStartException taken) {
            return false;
        }
    }
}
