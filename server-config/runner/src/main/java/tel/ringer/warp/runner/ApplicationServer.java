package tel.ringer.warp.runner;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Payara Micro with the application, in a process of its own that does not outlive this one. */
public final class ApplicationServer implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    /** Of an access log, without what may hold a secret: the address of a request, and where it was found. */
    public static final String ACCESS_LOG_FORMAT =
            "%client.name%_%datetime%_%http-method%_%status%_%response.length%_%time-taken%";

    private final Process process;
    private final HttpRequest readiness;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();

    private ApplicationServer(Process process, int port) {
        this.process = process;
        this.readiness = HttpRequest.newBuilder(URI.create("http://localhost:%d/health/ready".formatted(port)))
                .timeout(ANSWER_LIMIT)
                .build();
    }

    /** Starts the process and returns at once; its log goes where this process's output goes. */
    public static ApplicationServer start(
            Installation installation, Path directory, int port, Map<String, String> environment) throws IOException {
        return start(installation, directory, port, environment, Redirect.INHERIT);
    }

    /**
     * Starts the process and returns at once.
     *
     * @param installation the server and the application
     * @param directory where the server unpacks itself
     * @param port where it answers, on this machine only
     * @param environment added to the environment of this process
     * @param log where its output goes, which is its log
     */
    public static ApplicationServer start(
            Installation installation, Path directory, int port, Map<String, String> environment, Redirect log)
            throws IOException {
        Path folder = PrivateFiles.folder(directory.resolve("payara"));
        // The server would start what was deployed last time too.
        PrivateFiles.delete(folder.resolve("root"));
        Path commands = folder.resolve("boot.asadmin");
        Files.writeString(commands, ServerCommand.BOOT_COMMANDS);
        ProcessBuilder builder = new ProcessBuilder(ServerCommand.of(installation, folder, commands, port))
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().putAll(environment);
        return new ApplicationServer(builder.start(), port);
    }

    /** asadmin commands that Payara Micro has to run before it deploys the application. */
    public static String bootCommands() {
        return ServerCommand.BOOT_COMMANDS;
    }

    /**
     * Waits until the application says that it is ready.
     *
     * @throws CannotStartException if it ends before, or is not ready in time
     */
    public void awaitReady(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!isReady()) {
            if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotStartException(
                        "The server ended with status %d before the application was ready; its log above tells why."
                                .formatted(process.exitValue()));
            }
            if (System.nanoTime() > end) {
                throw new CannotStartException(
                        "The application was not ready after %d seconds; the log above tells why."
                                .formatted(limit.toSeconds()));
            }
        }
    }

    /** Whether the application says that it is ready. */
    public boolean isReady() throws InterruptedException {
        try {
            return client.send(readiness, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        }
    }

    /** The number of the server's process. */
    public long pid() {
        return process.pid();
    }

    /** Waits until the server's process ends, and tells its exit status. */
    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Stops it in order; by force if that takes too long. */
    public void stop() {
        // Process.destroy would close the standard input first, and so end the server out of order.
        process.toHandle().destroy();
        try {
            if (process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** Ends it at once, as a crash would, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        stop();
    }
}
