package tel.ringer.warp.openapi.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** What nothing but a person can tell of an operation: {@code openapi/<operationId>.json} among the resources. */
record Notes(JsonObject content) {
    static Notes of(String operationId) {
        try (InputStream file = Notes.class.getResourceAsStream("/openapi/" + operationId + ".json")) {
            return new Notes(file == null ? JsonValue.EMPTY_JSON_OBJECT : read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the tag is about: {@code openapi/tags.json}. */
    static String ofTag(String name) {
        return of("tags").content().getString(name, "");
    }

    private static JsonObject read(InputStream file) {
        try (JsonReader reader = Json.createReader(file)) {
            return reader.readObject();
        }
    }

    /** Codes that the operation has beside those of its kind. */
    List<String> problems() {
        return content.containsKey("problems")
                ? content.getJsonArray("problems").getValuesAs(JsonString::getString)
                : List.of();
    }

    Optional<JsonValue> request() {
        return Optional.ofNullable(content.get("request"));
    }

    /** An example of the answer with a status; one of its own for a media type stands under both. */
    Optional<JsonValue> answer(String status, String mediaType) {
        JsonObject answers = part("answers");
        return Optional.ofNullable(answers.get(status + " " + mediaType))
                .or(() -> Optional.ofNullable(answers.get(status)));
    }

    /** A schema, or members of one, with the description of the parameter. */
    JsonObject parameter(String name) {
        return part("parameters").containsKey(name)
                ? part("parameters").getJsonObject(name)
                : JsonValue.EMPTY_JSON_OBJECT;
    }

    private JsonObject part(String name) {
        return content.containsKey(name) ? content.getJsonObject(name) : JsonValue.EMPTY_JSON_OBJECT;
    }
}
