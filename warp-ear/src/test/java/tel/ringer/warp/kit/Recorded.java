package tel.ringer.warp.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;

/** What was asked and answered for the first time: which operations were called, and examples for their notes. */
public final class Recorded {
    private static final int LARGEST = 6000;
    private static final Map<String, Set<String>> STATUSES = new ConcurrentHashMap<>();
    private static final Map<String, Set<String>> CODES = new ConcurrentHashMap<>();
    private static final Map<String, ObjectNode> EXAMPLES = new ConcurrentHashMap<>();

    private Recorded() {}

    static void seen(JsonNode operation, HttpResponse<String> response) {
        String id = operation.get("operationId").asText();
        String status = Integer.toString(response.statusCode());
        boolean first = STATUSES.computeIfAbsent(id, any -> ConcurrentHashMap.newKeySet())
                .add(status);
        if (response.statusCode() >= 400) {
            json(response.body()).filter(problem -> problem.has("code")).ifPresent(problem -> CODES.computeIfAbsent(
                            id, any -> ConcurrentHashMap.newKeySet())
                    .add(problem.get("code").asText()));
        } else if (first) {
            record(id, status, response);
        }
    }

    private static synchronized void record(String id, String status, HttpResponse<String> response) {
        ObjectNode example = EXAMPLES.computeIfAbsent(id, any -> Contract.JSON.createObjectNode());
        request(response.request()).flatMap(Recorded::json).ifPresent(body -> example.set("request", body));
        json(response.body()).ifPresent(body -> example.withObject("/answers").set(status, body));
    }

    /** The statuses that an operation was seen to answer with. */
    public static Set<String> statusesOf(String operationId) {
        return STATUSES.getOrDefault(operationId, Set.of());
    }

    /** Writes the notes of an operation as they might be; the file is the answer. */
    public static Path propose(String operationId, Path present, Path folder) {
        try {
            ObjectNode notes = Files.exists(present)
                    ? (ObjectNode) Contract.JSON.readTree(present.toFile())
                    : Contract.JSON.createObjectNode();
            ObjectNode seen = EXAMPLES.getOrDefault(operationId, Contract.JSON.createObjectNode());
            ExampleWords words = new ExampleWords();
            for (String part : List.of("request", "answers")) {
                if (!notes.has(part) && seen.has(part)) {
                    notes.set(
                            part,
                            Contract.JSON.readTree(words.tidy(seen.get(part).toString())));
                }
            }
            Files.createDirectories(folder);
            Path file = folder.resolve(operationId + ".json");
            Files.writeString(
                    file, Contract.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(notes) + "\n");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codes that it was seen to refuse with. */
    public static Set<String> codesOf(String operationId) {
        return new TreeSet<>(CODES.getOrDefault(operationId, Set.of()));
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return text.isBlank() || text.length() > LARGEST
                    ? Optional.empty()
                    : Optional.of(Contract.JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> request(HttpRequest request) {
        return request.bodyPublisher().map(publisher -> {
            var whole = BodySubscribers.ofString(StandardCharsets.UTF_8);
            publisher.subscribe(new Flow.Subscriber<ByteBuffer>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    whole.onSubscribe(subscription);
                }

                @Override
                public void onNext(ByteBuffer part) {
                    whole.onNext(List.of(part));
                }

                @Override
                public void onError(Throwable thrown) {
                    whole.onError(thrown);
                }

                @Override
                public void onComplete() {
                    whole.onComplete();
                }
            });
            return whole.getBody().toCompletableFuture().join();
        });
    }
}
