package tel.ringer.warp.http.rest;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Reads request records: nothing too large, no field twice, none that the operation does not know. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class StrictJsonReader implements MessageBodyReader<Record> {
    private static final int LARGEST = 64 * 1024;
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new ProblemException(
                    ProblemKind.TOO_LARGE, "body_too_large", "A body has at most " + LARGEST + " bytes.");
        }
        String text = text(bytes);
        if (!(parse(text) instanceof JsonObject object)) {
            throw malformed("The body is not a JSON object.");
        }
        requireKnownFields(type, object);
        requireText(object);
        try {
            return JsonConfiguration.JSON.fromJson(text, type);
        } catch (JsonbException e) {
            throw (ProblemException)
                    new InvalidBodyException(List.of(new FieldError("", "A field has a value of the wrong type.")))
                            .initCause(e);
        }
    }

    /** Decodes UTF-8 and nothing else: an InputStreamReader would put U+FFFD where the bytes are invalid. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw (ProblemException) malformed("The body is not valid UTF-8.").initCause(e);
        }
    }

    private static JsonValue parse(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text));
                JsonReader reader = READERS.createReader(new StringReader(text))) {
            // The reader ignores what follows its value; the parser does not.
            while (parser.hasNext()) {
                parser.next();
            }
            return reader.readValue();
        } catch (RuntimeException e) {
            // Not only JsonException: what is nested too deeply is a bare RuntimeException.
            throw (ProblemException) malformed("The body is not valid JSON.").initCause(e);
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemKind.MALFORMED, "malformed_json", detail);
    }

    private static void requireKnownFields(Class<Record> type, JsonObject object) {
        Set<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(SnakeCase::of)
                .collect(Collectors.toSet());
        List<FieldError> unknown = object.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new FieldError("/" + name.replace("~", "~0").replace("/", "~1"), "Unknown field."))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidBodyException(unknown);
        }
    }

    /** PostgreSQL has no text with a NUL in it. */
    private static void requireText(JsonObject object) {
        List<FieldError> unstorable = object.entrySet().stream()
                .filter(field -> field.getValue() instanceof JsonString text
                        && text.getString().indexOf('\0') >= 0)
                .map(field -> new FieldError("/" + field.getKey(), "Text can't hold a NUL character."))
                .toList();
        if (!unstorable.isEmpty()) {
            throw new InvalidBodyException(unstorable);
        }
    }
}
