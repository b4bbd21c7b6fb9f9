package tel.ringer.warp.fuzz;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** The places of a JSON value (RFC 6901). */
final class Pointers {
    private Pointers() {}

    /** Of all values in it, but not of itself. */
    static List<String> below(JsonValue value) {
        List<String> all = new ArrayList<>();
        collect(value, "", all);
        return all;
    }

    private static void collect(JsonValue value, String pointer, List<String> all) {
        if (value instanceof JsonObject object) {
            object.forEach((name, field) -> note(field, pointer + "/" + name, all));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                note(array.get(i), pointer + "/" + i, all);
            }
        }
    }

    private static void note(JsonValue value, String pointer, List<String> all) {
        all.add(pointer);
        collect(value, pointer, all);
    }
}
