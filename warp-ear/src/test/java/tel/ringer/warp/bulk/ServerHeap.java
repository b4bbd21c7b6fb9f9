package tel.ringer.warp.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The heap of the server that Arquillian started, looked at from outside with the JDK's own tools. */
final class ServerHeap implements AutoCloseable {
    private static final Path TOOLS = Path.of(System.getProperty("java.home"), "bin");
    private static final int MEBI = 1024;

    private final String server = ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().commandLine().orElse("").contains("payara-micro"))
            .map(process -> Long.toString(process.pid()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The server is no child of this process"));
    private final AtomicLong peak = new AtomicLong();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    private final Future<?> watching =
            watch.scheduleWithFixedDelay(() -> peak.accumulateAndGet(used(), Math::max), 0, 300, TimeUnit.MILLISECONDS);

    /** In MiB, after a collection. */
    long live() {
        run("jcmd", server, "GC.run");
        return used();
    }

    /** In MiB, the most that was seen: what could be collected is in it. */
    long peak() {
        return peak.get();
    }

    /** Survivors, eden and old generation. */
    private long used() {
        List<String> lines = run("jstat", "-gc", server).lines().toList();
        List<String> names = List.of(lines.get(0).strip().split("\\s+", -1));
        String[] values = lines.get(1).strip().split("\\s+", -1);
        double kibi = 0;
        for (String space : List.of("S0U", "S1U", "EU", "OU")) {
            kibi += Double.parseDouble(values[names.indexOf(space)].replace(',', '.'));
        }
        return Math.round(kibi / MEBI);
    }

    private static String run(String tool, String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of(TOOLS.resolve(tool).toString()));
            command.addAll(List.of(arguments));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        watching.cancel(true);
        watch.shutdownNow();
    }
}
