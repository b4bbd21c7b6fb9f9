package tel.ringer.warp.audit.rest;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import tel.ringer.warp.audit.RecordedEvent;

/** What changed, out of the text that the log keeps. */
final class Details {
    private static final Jsonb JSON = JsonbBuilder.create();
    private static final Type OBJECT =
            new LinkedHashMap<String, Object>() {}.getClass().getGenericSuperclass();

    private Details() {}

    /** As people read it. */
    static Map<String, Object> inClear(RecordedEvent event) {
        Map<String, Object> details = read(event.details());
        details.replaceAll((name, value) -> value instanceof String text ? event.inClear(text) : value);
        return details;
    }

    static Map<String, Object> read(String text) {
        return JSON.fromJson(text, OBJECT);
    }
}
