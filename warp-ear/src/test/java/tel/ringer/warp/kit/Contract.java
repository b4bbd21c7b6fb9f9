package tel.ringer.warp.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The server's own description, against which each answer is held that any test gets. */
public final class Contract {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> LINES = Set.of("text/csv", "application/x-ndjson");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final JsonNode document;
    private final List<PathTemplate> paths;
    private final ContractSchemas schemas;

    private record PathTemplate(Pattern pattern, String template) {
        private static PathTemplate of(String template) {
            StringBuilder pattern = new StringBuilder();
            for (String part : template.split("(?=\\{)|(?<=})", -1)) {
                pattern.append(part.startsWith("{") ? "[^/;]+" : Pattern.quote(part));
            }
            return new PathTemplate(Pattern.compile(pattern.toString()), template);
        }
    }

    private Contract(JsonNode document) {
        this.document = document;
        schemas = new ContractSchemas(document);
        // What is written out comes before what a parameter stands for.
        paths = StreamSupport.stream(
                        ((Iterable<String>) () -> document.get("paths").fieldNames()).spliterator(), false)
                .sorted(Comparator.comparing((String path) -> path.replace('{', '~')))
                .map(PathTemplate::of)
                .toList();
    }

    /** @throws AssertionError if the committed description does not tell of such an answer */
    static void check(HttpResponse<String> response) {
        Committed.CONTRACT.hold(response);
    }

    /** {@code OpenApiIT} shows that each server serves what is committed. */
    private static final class Committed {
        private static final Contract CONTRACT = read();

        private static Contract read() {
            try {
                return new Contract(JSON.readTree(Path.of(System.getProperty("warp.test.root"), "docs/openapi.json")
                        .toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What the server under test says of itself. */
    public static Contract served() {
        return Served.CONTRACT;
    }

    private static final class Served {
        private static final Contract CONTRACT = read();

        private static Contract read() {
            try {
                HttpResponse<String> answer = CLIENT.send(
                        HttpRequest.newBuilder(URI.create(PartsForTests.server() + "/openapi?format=JSON"))
                                .timeout(Duration.ofSeconds(60))
                                .build(),
                        BodyHandlers.ofString());
                return new Contract(JSON.readTree(answer.body()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    public JsonNode document() {
        return document;
    }

    public ContractSchemas schemas() {
        return schemas;
    }

    private void hold(HttpResponse<String> response) {
        operation(response.request()).ifPresent(operation -> {
            Recorded.seen(operation, response);
            List<String> faults = faults(operation, response);
            if (!faults.isEmpty()) {
                throw new AssertionError("docs/openapi.json does not tell of this answer: " + response.statusCode()
                        + " of " + operation.get("operationId").asText() + ": " + faults);
            }
        });
    }

    private Optional<JsonNode> operation(HttpRequest request) {
        String path = request.uri().getRawPath();
        return paths.stream()
                .filter(template -> template.pattern().matcher(path).matches())
                .findFirst()
                .map(template -> document.get("paths")
                        .get(template.template())
                        .get(request.method().toLowerCase(Locale.ROOT)))
                .filter(operation -> !isFormOfAPage(request, operation));
    }

    /** What WARP's own pages send is no part of the API, wherever it goes. */
    private static boolean isFormOfAPage(HttpRequest request, JsonNode operation) {
        return request.headers().firstValue("Content-Type").filter(FORM::equals).isPresent()
                && !operation.path("requestBody").path("content").has(FORM);
    }

    private List<String> faults(JsonNode operation, HttpResponse<String> response) {
        String id = operation.get("operationId").asText();
        JsonNode answer = operation.get("responses").get(Integer.toString(response.statusCode()));
        if (response.body().contains("\"code\":\"refused\"")) {
            // The server itself, before or after the operation.
            return List.of();
        }
        if (answer == null) {
            return List.of(id + " does not describe this status"
                    + (response.statusCode() < 400
                            ? ": add an @APIResponse"
                            : ": add the code to the problems in openapi/" + id + ".json"));
        }
        String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode bodies = answer.path("content");
        if (response.body().isEmpty()) {
            // A page is for browsers; others need no words. A list of nothing has no lines.
            return bodies.isEmpty() || bodies.has("text/html") || LINES.contains(type)
                    ? List.of()
                    : List.of(id + " describes a body");
        }
        if (bodies.isEmpty()) {
            return List.of(id + " describes no body");
        }
        JsonNode content = bodies.get(type);
        if (content == null) {
            return List.of(id + " does not describe the type " + type);
        }
        return type.endsWith("json") ? ofJson(id, content, type, response.body()) : List.of();
    }

    private List<String> ofJson(String id, JsonNode content, String type, String body) {
        try {
            JsonNode value = JSON.readTree(body);
            List<String> faults = new ArrayList<>(schemas.faults(content.get("schema"), value));
            String code = value.path("code").asText();
            if (type.equals(PROBLEM) && !content.path("examples").has(code)) {
                faults.add("add " + code + " to the problems in openapi/" + id + ".json");
            }
            return faults;
        } catch (JsonProcessingException e) {
            return List.of("No JSON: " + e.getOriginalMessage());
        }
    }
}
