package tel.ringer.warp.http.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge patch (RFC 7396) as what it sets and takes away, by JSON pointer (RFC 6901). */
public final class MergePatch {
    private final Map<String, Optional<Object>> fields = new LinkedHashMap<>();

    private MergePatch() {}

    /**
     * @param body whose fields of type {@code JsonValue} are those to change; null for those that are absent
     * @return text, a {@code BigDecimal}, a {@code Boolean}, a list of these, or an empty map for an empty object; empty
     *     for null
     * @throws InvalidBodyException for numbers without measure
     */
    public static Map<String, Optional<Object>> fields(Record body) {
        MergePatch patch = new MergePatch();
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            if (component.getType() == JsonValue.class && valueOf(body, component) instanceof JsonValue value) {
                patch.add(pointer("", SnakeCase.of(component.getName())), value);
            }
        }
        return patch.fields;
    }

    private static @Nullable Object valueOf(Record body, RecordComponent component) {
        try {
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Bodies are public records", e);
        }
    }

    private static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private void add(String pointer, JsonValue value) {
        if (value instanceof JsonObject object && !object.isEmpty()) {
            object.forEach((name, field) -> add(pointer(pointer, name), field));
        } else if (value.equals(JsonValue.NULL)) {
            fields.put(pointer, Optional.empty());
        } else {
            fields.put(pointer, Optional.of(plain(pointer, value)));
        }
    }

    private static Object plain(String pointer, JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonNumber number) {
            return decimal(pointer, number);
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(element -> plain(pointer, element)).toList();
        }
        return value instanceof JsonObject ? Map.of() : value.equals(JsonValue.TRUE);
    }

    private static BigDecimal decimal(String pointer, JsonNumber number) {
        try {
            return number.bigDecimalValue();
        } catch (NumberFormatException e) {
            throw (InvalidBodyException)
                    new InvalidBodyException(List.of(new FieldError(pointer, "is too long a number"))).initCause(e);
        }
    }
}
