package tel.ringer.warp.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tel.ringer.warp.runner.Installation;

/** Downloads all customers in each format from a server with little heap, and fails unless each comes exactly once. */
final class ExportProof {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern COLLECTION = Pattern.compile("Pause.* (\\d+)M->(\\d+)M\\((\\d+)M\\)");
    private static final double NANOS = 1e9;
    private static final double MEGA = 1e6;

    private ExportProof() {}

    /** @param arguments the WAR, the jar of Payara Micro, a folder to work in, a file for the result, the customers */
    public static void main(String[] arguments) throws Exception {
        Installation installation = new Installation(Path.of(arguments[0]), Path.of(arguments[1]));
        Path folder = Path.of(arguments[2], "export");
        int customers = Integer.parseInt(arguments[4]);
        Path collections = Path.of(arguments[2] + ".gc");
        Map<String, String> environment = Map.of("JDK_JAVA_OPTIONS", "-Xlog:gc:file=" + collections);
        try (PrintStream result = new PrintStream(arguments[3], StandardCharsets.UTF_8);
                Stage stage = Stage.set(installation, folder, customers, "load-export.sql", environment)) {
            Caller caller = stage.signIn(Person.WITH_EVERYTHING);
            result.printf(Locale.ROOT, "%n%,d customers, server with a heap of %s%n", customers, heap());
            for (String format : List.of("csv", "ndjson")) {
                export(caller, format, customers, result);
            }
            result.println(summary(Files.readAllLines(collections)));
        }
    }

    private static String heap() {
        return System.getProperty("warp.runner.heap");
    }

    private static void export(Caller caller, String format, int customers, PrintStream result)
            throws IOException, InterruptedException {
        Set<UUID> seen = new HashSet<>(customers * 2);
        long rows = 0;
        long bytes = 0;
        long begin = System.nanoTime();
        try (InputStream body = caller.download("/v1/customers/export?format=" + format);
                BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                bytes += line.getBytes(StandardCharsets.UTF_8).length + 1;
                Matcher id = ID.matcher(line);
                if (id.find()) {
                    rows++;
                    seen.add(UUID.fromString(id.group()));
                }
            }
        }
        double seconds = (System.nanoTime() - begin) / NANOS;
        result.printf(
                Locale.ROOT,
                "%-6s %,d rows, %,d of them different, %,.0f MB in %.1f s: %,.0f rows/s, %.1f MB/s%n",
                format,
                rows,
                seen.size(),
                bytes / MEGA,
                seconds,
                rows / seconds,
                bytes / MEGA / seconds);
        if (rows != customers || seen.size() != customers) {
            throw new IllegalStateException("Not each customer came exactly once as " + format);
        }
    }

    /** Of a log of the garbage collector. */
    private static String summary(List<String> log) {
        int most = 0;
        int mostBefore = 0;
        int collections = 0;
        for (String line : log) {
            Matcher collection = COLLECTION.matcher(line);
            if (collection.find()) {
                collections++;
                mostBefore = Math.max(mostBefore, Integer.parseInt(collection.group(1)));
                most = Math.max(most, Integer.parseInt(collection.group(2)));
            }
        }
        return "heap: at most %d MiB after a collection, %d MiB before one, of %d collections"
                .formatted(most, mostBefore, collections);
    }
}
