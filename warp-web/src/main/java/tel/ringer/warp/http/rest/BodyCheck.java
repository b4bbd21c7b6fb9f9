package tel.ringer.warp.http.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What JSON-B would pass over in silence, however deep: fields that no record has, text that can't be stored, numbers and
 * booleans that it takes for text, and what stands where an object should.
 */
final class BodyCheck {
    private static final Set<JsonValue.ValueType> TAKEN_FOR_TEXT =
            EnumSet.of(JsonValue.ValueType.NUMBER, JsonValue.ValueType.TRUE, JsonValue.ValueType.FALSE);

    private static final int MOST_ERRORS = 100;

    private final List<FieldError> errors = new ArrayList<>();

    private BodyCheck() {}

    static List<FieldError> errors(Class<? extends Record> type, JsonObject body) {
        BodyCheck check = new BodyCheck();
        check.value(type, body, "");
        return List.copyOf(check.errors);
    }

    /** An answer tells of the first ones alone: it must not grow beyond the body. */
    private void add(String pointer, String detail) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new FieldError(pointer, detail));
        }
    }

    private void value(Type type, JsonValue value, String pointer) {
        if (value instanceof JsonString text && text.getString().indexOf('\0') >= 0) {
            // PostgreSQL has no text with a NUL in it.
            add(pointer, "Text can't hold a NUL character.");
        } else if (value instanceof JsonString text
                && !StandardCharsets.UTF_8.newEncoder().canEncode(text.getString())) {
            // What has no UTF-8 would be stored as a question mark.
            add(pointer, "Text can't hold half of a surrogate pair.");
        } else if (type == String.class && TAKEN_FOR_TEXT.contains(value.getValueType())) {
            add(pointer, "Must be text.");
        } else if (value instanceof JsonObject object && type instanceof Class<?> record && record.isRecord()) {
            fields(record, object, pointer);
        } else if (value instanceof JsonArray array && type instanceof ParameterizedType list) {
            for (int i = 0; i < array.size(); i++) {
                element(list.getActualTypeArguments()[0], array.get(i), pointer + "/" + i);
            }
        } else if (type instanceof Class<?> record && record.isRecord() && !value.equals(JsonValue.NULL)) {
            add(pointer, "Must be an object.");
        }
    }

    private void element(Type type, JsonValue value, String pointer) {
        if (value.equals(JsonValue.NULL)) {
            add(pointer, "Must not be null.");
        } else {
            value(type, value, pointer);
        }
    }

    private void fields(Class<?> record, JsonObject object, String pointer) {
        Map<String, Type> known = Arrays.stream(record.getRecordComponents())
                .collect(Collectors.toMap(
                        component -> SnakeCase.of(component.getName()), RecordComponent::getGenericType));
        object.forEach((name, value) -> {
            String field = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            Type type = known.get(name);
            if (type == null) {
                add(field, "Unknown field.");
            } else {
                value(type, value, field);
            }
        });
    }
}
