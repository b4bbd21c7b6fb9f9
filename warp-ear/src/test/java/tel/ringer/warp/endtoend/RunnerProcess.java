package tel.ringer.warp.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runner in a process of its own, with nothing in its environment but the settings of the test. */
final class RunnerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Path folder;
    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Banner> banner = new CompletableFuture<>();
    private final Thread reader = new Thread(this::read, "output-of-the-runner");

    private RunnerProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        reader.setDaemon(true);
        reader.start();
    }

    /** @param settings by the names of environment variables */
    static RunnerProcess start(Path folder, Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunnerInMaven.class.getName(),
                        System.getProperty("warp.test.micro-war"),
                        System.getProperty("warp.test.micro-jar"),
                        folder.toString())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("WARP_"));
        builder.environment().putAll(settings);
        return new RunnerProcess(folder, builder.start());
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (Banner.isLast(line)) {
                    banner.complete(Banner.of(output()));
                }
            }
        } catch (IOException e) {
            lines.add(e.toString());
        }
        banner.completeExceptionally(new AssertionError("It ended before it was ready:\n" + output()));
    }

    /** Waits until the runner says that WARP is ready. */
    Banner awaitReady() throws InterruptedException {
        try {
            return banner.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("It is not ready:\n" + output(), e);
        }
    }

    /** Waits until the runner gives up by itself. */
    int awaitEnd() throws InterruptedException {
        return awaitEnd(START_LIMIT);
    }

    /** Ends it as Ctrl-C and service managers do. */
    int stop() throws InterruptedException {
        // Process.destroy would close the pipes too.
        process.toHandle().destroy();
        return awaitEnd(STOP_LIMIT);
    }

    private int awaitEnd(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("It still runs after " + limit + ":\n" + output());
        }
        reader.join(limit.toMillis());
        return process.exitValue();
    }

    String output() {
        return String.join("\n", lines);
    }

    boolean says(String pattern) {
        return Pattern.compile(pattern).matcher(output()).find();
    }

    boolean showsStackTrace() {
        return says("(?m)^\\s+at \\S+\\(.*\\)$|^Caused by: ");
    }

    /** What the runner itself said, without the log of the server. */
    List<String> ownLines() {
        return lines.stream()
                .filter(line -> line.startsWith(Banner.PREFIX))
                .map(line -> line.substring(Banner.PREFIX.length()))
                .toList();
    }

    /** Itself and all that it has started; PostgreSQL detaches itself from whoever starts it. */
    Set<ProcessHandle> processes() {
        Set<ProcessHandle> all = new HashSet<>(Set.of(process.toHandle()));
        postgres().ifPresent(all::add);
        return all.stream()
                .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()))
                .collect(Collectors.toSet());
    }

    private Optional<ProcessHandle> postgres() {
        try (Stream<String> file = Files.lines(folder.resolve("postgresql/postmaster.pid"))) {
            return file.findFirst().map(Long::valueOf).flatMap(ProcessHandle::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("It still runs", e);
        }
    }
}
