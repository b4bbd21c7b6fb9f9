package tel.ringer.warp.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The description as pages for people: its problems and its operations. */
record ApiPages(JsonNode document) {
    String problems() {
        Map<String, Set<String>> operations = new TreeMap<>();
        document.get("paths")
                .forEach(path ->
                        path.forEach(operation -> operation.get("responses").forEach(answer -> answer.path("content")
                                .path("application/problem+json")
                                .path("examples")
                                .fieldNames()
                                .forEachRemaining(code -> operations
                                        .computeIfAbsent(code, any -> new TreeSet<>())
                                        .add(operation.get("operationId").asText())))));
        int all = operations().size();
        StringBuilder page = new StringBuilder(
                """
                # Problems

                Each refusal is an `application/problem+json` document (RFC 9457) with a stable `code`. Written by `OpenApiIT`.

                | code | status | says | of which operations |
                |---|---|---|---|
                """);
        document.get("components").get("examples").properties().forEach(example -> {
            JsonNode problem = example.getValue().get("value");
            Set<String> of = operations.getOrDefault(example.getKey(), Set.of());
            page.append("| `%s` | %d | %s | %s |%n"
                    .formatted(
                            example.getKey(),
                            problem.get("status").asInt(),
                            problem.get("detail").asText(),
                            of.size() == all
                                    ? "all"
                                    : of.size() > 25 ? of.size() + " of " + all : String.join(", ", of)));
        });
        return page.toString();
    }

    String operationsPage() {
        return """
                # Operations

                What each takes, answers and refuses is in [openapi.json](openapi.json). Written by `OpenApiIT`.

                | operation | | what it does |
                |---|---|---|
                """
                + operations().values().stream().collect(Collectors.joining());
    }

    private Map<String, String> operations() {
        Map<String, String> rows = new TreeMap<>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(verb -> rows.put(
                        path.getKey() + " " + verb.getKey(),
                        "| `%s` | `%s %s` | %s |%n"
                                .formatted(
                                        verb.getValue().get("operationId").asText(),
                                        verb.getKey().toUpperCase(Locale.ROOT),
                                        path.getKey(),
                                        verb.getValue().get("summary").asText()))));
        return rows;
    }
}
