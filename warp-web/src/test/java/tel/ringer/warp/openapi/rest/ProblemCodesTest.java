package tel.ringer.warp.openapi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of codes is that of the sources, and the notes of operations name no others. */
class ProblemCodesTest {
    private static final Path NOTES = Path.of("src/main/resources/openapi");
    private static final String OF_TAGS = "tags.json";
    private static final Pattern THROWN = Pattern.compile(
            "(?:new ProblemException\\(\\s*ProblemKind\\.[A-Z_]+,|\\.(?:conflict|invalid|invalidFields)\\(|gone\\(|refused\\()\\s*\"([a-z_]+)\"\\s*,");
    /** What becomes of a row of a file, in an answer that is no problem. */
    private static final Set<String> OF_ROWS = Set.of("invalid_row");
    /** The server's own refusals, by the reason phrase of their status. */
    private static final Set<String> OF_SERVER = Set.of("refused");

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : List.of("../warp-ejb/src/main/java", "src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(module))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    @Test
    void eachCodeThatIsThrownIsListed() throws IOException {
        Set<String> thrown = THROWN.matcher(sources())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        thrown.removeAll(ProblemCodes.all().keySet());
        thrown.removeAll(OF_ROWS);

        assertEquals(Set.of(), thrown, "add to openapi/problems.properties: code=status sentence");
    }

    @Test
    void eachListedCodeIsInTheSources() throws IOException {
        String sources = sources();

        assertEquals(
                List.of(),
                ProblemCodes.all().keySet().stream()
                        .filter(code -> !OF_SERVER.contains(code) && !sources.contains('"' + code + '"'))
                        .toList());
    }

    @Test
    void theNotesOfEachOperationNameListedCodesAlone() throws IOException {
        Set<String> unknown = new TreeSet<>();
        try (Stream<Path> files = Files.list(NOTES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                try (JsonReader reader = Json.createReader(new StringReader(Files.readString(file)))) {
                    new Notes(reader.readObject())
                            .problems().stream()
                                    .filter(code -> !ProblemCodes.all().containsKey(code))
                                    .map(code -> file.getFileName() + ": " + code)
                                    .forEach(unknown::add);
                }
            }
        }
        assertEquals(Set.of(), unknown, "add to openapi/problems.properties");
    }

    @Test
    void theNotesOfEachOperationHaveTheNameOfOne() throws IOException {
        String sources = sources();
        try (Stream<Path> files = Files.list(NOTES)) {
            assertEquals(
                    List.of(),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .filter(name -> !name.equals(OF_TAGS))
                            .filter(name -> !sources.contains(
                                    "operationId = \"" + name.substring(0, name.length() - ".json".length()) + '"'))
                            .toList());
        }
    }
}
