package tel.ringer.warp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of settings is the file of defaults, in words. */
class ConfigurationPageTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static List<String> codesIn(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    /** The default that the page tells, by key; empty for one without. */
    private static Map<String, String> page() throws IOException {
        Map<String, String> told = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/configuration.md"))) {
            String[] cells = line.split("\\|", -1);
            if (line.startsWith("| `warp.") && cells.length > 3) {
                List<String> keys = codesIn(cells[1]);
                List<String> defaults = codesIn(cells[3]);
                for (int i = 0; i < keys.size(); i++) {
                    told.put(keys.get(i), i < defaults.size() ? defaults.get(i) : "");
                }
            }
        }
        return told;
    }

    @Test
    void eachDefaultIsOnThePage() throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of("../warp-ejb/src/main/resources/META-INF/microprofile-config.properties"),
                StandardCharsets.UTF_8)) {
            settings.load(file);
        }
        Map<String, String> expected = new TreeMap<>();
        settings.stringPropertyNames().stream()
                .filter(key -> key.startsWith("warp."))
                .forEach(key -> expected.put(key, settings.getProperty(key)));
        Map<String, String> told = new TreeMap<>(page());
        told.keySet().retainAll(expected.keySet());

        assertFalse(expected.isEmpty());
        assertEquals(expected, told, "docs/configuration.md");
    }
}
