package tel.ringer.warp.openapi.rest;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every code that a problem document can have: {@code openapi/problems.properties} among the resources. */
final class ProblemCodes {
    /**
     * One of them.
     *
     * @param status that it always comes with
     * @param detail an example of what it tells people
     */
    record Entry(String code, int status, String detail) {
        private static Entry of(String code, String line) {
            String[] parts = line.strip().split(" ", 2);
            return new Entry(code, Integer.parseInt(parts[0]), parts[1]);
        }
    }

    private static final Map<String, Entry> ALL = read();

    private ProblemCodes() {}

    static Map<String, Entry> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException for a code that is not listed */
    static Entry get(String code) {
        Entry entry = ALL.get(code);
        if (entry == null) {
            throw new IllegalArgumentException(code + " is not in openapi/problems.properties");
        }
        return entry;
    }

    private static Map<String, Entry> read() {
        Properties lines = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(ProblemCodes.class.getResourceAsStream("/openapi/problems.properties")),
                StandardCharsets.UTF_8)) {
            lines.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        code -> code, code -> Entry.of(code, lines.getProperty(code)), (a, b) -> a, TreeMap::new));
    }
}
