package tel.ringer.warp.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tel.ringer.warp.runner.Ports;

/**
 * Where a runner works.
 *
 * @param folder what is kept between its runs; not there before the first
 * @param ports that nobody uses, by the settings that choose them
 */
record Place(Path folder, Map<String, String> ports) implements AutoCloseable {
    private static final List<String> PORTS =
            List.of("WARP_HTTP_PORT", "WARP_RUN_DB_PORT", "WARP_RUN_SMTP_PORT", "WARP_RUN_OIDC_PORT");

    static Place fresh() throws IOException {
        Path parent = Files.createDirectories(Path.of(System.getProperty("warp.test.folder")));
        Map<String, String> ports = new HashMap<>();
        for (String name : PORTS) {
            ports.put(name, Integer.toString(Ports.anyFree()));
        }
        return new Place(Files.createTempDirectory(parent, "runner-").resolve("data"), Map.copyOf(ports));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolveSibling(""))) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
