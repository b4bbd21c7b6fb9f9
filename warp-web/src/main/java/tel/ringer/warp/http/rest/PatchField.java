package tel.ringer.warp.http.rest;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A field that is there in a merge patch (RFC 7396), where null takes a value away and absence leaves it alone.
 *
 * @param name as on the wire
 */
public record PatchField(String name, JsonValue value) {
    /**
     * Empty for null.
     *
     * @throws InvalidBodyException for anything but text and null
     */
    public Optional<String> text() {
        if (value.equals(JsonValue.NULL)) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString text)) {
            throw invalid("must be text or null");
        }
        return Optional.of(text.getString());
    }

    /** @throws InvalidBodyException for what is no text that the type can be read from */
    public <T> T required(Function<String, T> type) {
        try {
            return type.apply(text().orElseThrow(() -> invalid("can't be taken away")));
        } catch (IllegalArgumentException e) {
            throw (InvalidBodyException)
                    invalid("has a value that it can't have").initCause(e);
        }
    }

    /**
     * Empty for null.
     *
     * @throws InvalidBodyException for what is neither null nor text that the type can be read from
     */
    public <T> Optional<T> optional(Function<String, T> type) {
        return value.equals(JsonValue.NULL) ? Optional.empty() : Optional.of(required(type));
    }

    private InvalidBodyException invalid(String detail) {
        return new InvalidBodyException(List.of(new FieldError("/" + name, detail)));
    }
}
