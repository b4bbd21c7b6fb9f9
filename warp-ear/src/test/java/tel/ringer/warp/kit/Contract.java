package tel.ringer.warp.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The server's own description, against which each answer is held that any test gets. */
public final class Contract {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Set<String> VIOLATIONS = new ConcurrentSkipListSet<>();
    private static final Map<String, Optional<Contract>> KNOWN = new ConcurrentHashMap<>();

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

    /** Remembers what the description does not say. */
    static void check(HttpResponse<String> response) {
        of(response.request().uri()).ifPresent(contract -> contract.hold(response));
    }

    /** Of the server at an address; empty if it describes nothing. */
    public static Optional<Contract> of(URI address) {
        return KNOWN.computeIfAbsent(address.getScheme() + "://" + address.getAuthority(), Contract::read);
    }

    private static Optional<Contract> read(String server) {
        try {
            HttpResponse<String> answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(server + "/openapi?format=JSON"))
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? Optional.of(new Contract(JSON.readTree(answer.body())))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
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
            faults(operation, response)
                    .forEach(fault -> VIOLATIONS.add(
                            operation.get("operationId").asText() + " " + response.statusCode() + ": " + fault));
        });
    }

    /** What answers so far had in them that the description does not tell. */
    public static Set<String> violations() {
        return Set.copyOf(VIOLATIONS);
    }

    private Optional<JsonNode> operation(HttpRequest request) {
        String path = request.uri().getRawPath();
        return paths.stream()
                .filter(template -> template.pattern().matcher(path).matches())
                .findFirst()
                .map(template -> document.get("paths")
                        .get(template.template())
                        .get(request.method().toLowerCase(Locale.ROOT)));
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
            // A page is for browsers; others need no words.
            return bodies.isEmpty() || bodies.has("text/html") || type.equals("text/csv")
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
