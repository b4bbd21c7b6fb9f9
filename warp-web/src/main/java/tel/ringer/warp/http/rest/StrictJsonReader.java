package tel.ringer.warp.http.rest;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
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
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Reads request records: nothing too large, no field twice, none that the operation does not know. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
public class StrictJsonReader implements MessageBodyReader<Record> {
    /** Part of a thing to change (RFC 7396). */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private static final int LARGEST = 64 * 1024;
    private static final int DEEPEST = 16;
    /** Ten thousand rows of people to invite have sixty thousand. */
    private static final int MOST_VALUES = 100_000;

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
        return read(type, mediaType, body, LARGEST);
    }

    /** @param largest in bytes */
    public static <T extends Record> T read(Class<T> type, MediaType mediaType, InputStream body, int largest)
            throws IOException {
        // JSON has one encoding (RFC 8259, section 8.1).
        Utf8.require(mediaType);
        byte[] bytes = body.readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw new ProblemException(
                    ProblemKind.TOO_LARGE, "body_too_large", "A body has at most " + largest + " bytes.");
        }
        String text = text(bytes);
        if (!(parse(text) instanceof JsonObject object)) {
            throw malformed("The body is not a JSON object.");
        }
        List<FieldError> errors = BodyCheck.errors(type, object);
        if (!errors.isEmpty()) {
            throw new InvalidBodyException(errors);
        }
        try {
            return JsonConfiguration.JSON.fromJson(text, type);
        } catch (JsonbException e) {
            throw (ProblemException)
                    new InvalidBodyException(List.of(new FieldError("", "A field has a value of the wrong type.")))
                            .initCause(e);
        }
    }

    private static String text(byte[] bytes) {
        try {
            return Utf8.text(bytes);
        } catch (CharacterCodingException e) {
            throw (ProblemException) malformed("The body is not valid UTF-8.").initCause(e);
        }
    }

    private static JsonValue parse(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text));
                JsonReader reader = READERS.createReader(new StringReader(text))) {
            // The reader ignores what follows its value; the parser does not.
            requireModest(parser);
            return reader.readValue();
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            // Not only JsonException: what is nested too deeply is a bare RuntimeException.
            throw (ProblemException) malformed("The body is not valid JSON.").initCause(e);
        }
    }

    /**
     * To the end of the text. No record is nested as deeply, and each level costs the reader a frame of its stack; none
     * holds as many values, of which each is an object in memory, many times as large as what was sent.
     */
    private static void requireModest(JsonParser parser) {
        int depth = 0;
        int values = 0;
        while (parser.hasNext()) {
            switch (parser.next()) {
                case START_OBJECT, START_ARRAY -> {
                    depth++;
                    values++;
                }
                case END_OBJECT, END_ARRAY -> depth--;
                case VALUE_STRING, VALUE_NUMBER, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> values++;
                case KEY_NAME -> {}
            }
            if (values > MOST_VALUES) {
                throw malformed("The body holds more than " + MOST_VALUES + " values.");
            }
            if (depth > DEEPEST) {
                throw malformed("The body is nested more than " + DEEPEST + " levels deep.");
            }
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemKind.MALFORMED, "malformed_json", detail);
    }
}
