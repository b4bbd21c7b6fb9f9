package tel.ringer.warp.audit.rest;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** What changed, out of the text that the log keeps. */
final class Details {
    private static final Jsonb JSON = JsonbBuilder.create();
    private static final Type OBJECT =
            new LinkedHashMap<String, Object>() {}.getClass().getGenericSuperclass();

    private Details() {}

    static Map<String, Object> read(String text) {
        return JSON.fromJson(text, OBJECT);
    }
}
