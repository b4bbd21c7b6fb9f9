package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Verifies an export with nothing but what docs/audit.md says. */
final class OfflineChain {
    private OfflineChain() {}

    static List<JsonObject> lines(String export) {
        return export.lines().map(OfflineChain::object).toList();
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** The first number that does not hold; empty if all do. */
    static Optional<Long> firstBroken(List<JsonObject> chain) {
        long expected = 1;
        JsonValue before = JsonValue.NULL;
        for (JsonObject event : chain) {
            if (number(event) != expected
                    || !before.equals(event.get("previous_hash"))
                    || !event.getString("hash").equals(hash(event))) {
                return Optional.of(expected);
            }
            assertEquals(event.getJsonObject("details"), object(event.getString("details_text")));
            before = event.getJsonString("hash");
            expected++;
        }
        return Optional.empty();
    }

    static long number(JsonObject event) {
        return event.getJsonNumber("sequence").longValueExact();
    }

    private static String hash(JsonObject event) {
        String number = Long.toString(number(event));
        String message = Stream.of(
                        "previous_hash",
                        "id",
                        "occurred_at",
                        "customer_id",
                        "actor_id",
                        "actor",
                        "on_behalf_of",
                        "action",
                        "subject_type",
                        "subject_id",
                        "request_id",
                        "address",
                        "details_text")
                .map(name -> field(event.get(name)))
                .collect(Collectors.joining("", "warp-audit-1" + number.length() + ":" + number, ""));
        return HexFormat.of().formatHex(sha256(message.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String field(@Nullable JsonValue value) {
        return value instanceof JsonString text
                ? text.getString().getBytes(StandardCharsets.UTF_8).length + ":" + text.getString()
                : "-";
    }
}
