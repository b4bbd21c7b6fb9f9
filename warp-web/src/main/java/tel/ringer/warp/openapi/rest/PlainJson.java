package tel.ringer.warp.openapi.rest;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, texts and numbers, which is what the platform writes. */
final class PlainJson {
    private PlainJson() {}

    /** Payara 6.2025.10 leaves out a list that says of itself that it is empty. */
    private static final class Elements extends ArrayList<@Nullable Object> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    static @Nullable Object of(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                value.asJsonObject().forEach((name, member) -> members.put(name, of(member)));
                yield members;
            }
            case ARRAY -> {
                Elements elements = new Elements();
                value.asJsonArray().forEach(element -> elements.add(of(element)));
                yield elements;
            }
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }
}
