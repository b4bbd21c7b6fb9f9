package tel.ringer.warp.kit;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every route that the server has, taken from its own description: a new one joins each test of all of them. */
public final class Routes {
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    private Routes() {}

    public static JsonObject description() {
        return Api.anonymous().get("/openapi?format=JSON").json().getJsonObject("paths");
    }

    public static List<Route> all() {
        return Served.ROUTES;
    }

    /** A server's routes stay as they are, so they are asked for once. */
    private static final class Served {
        private static final List<Route> ROUTES =
                description().entrySet().stream().flatMap(Routes::of).toList();
    }

    /** Those that are not open to anybody. */
    public static Stream<Route> guarded() {
        return all().stream().filter(route -> !route.isPublic());
    }

    private static Stream<Route> of(Map.Entry<String, JsonValue> path) {
        return path.getValue().asJsonObject().entrySet().stream()
                .filter(verb -> VERBS.contains(verb.getKey()))
                .map(verb -> of(path.getKey(), verb.getKey(), verb.getValue().asJsonObject()));
    }

    private static Route of(String path, String verb, JsonObject operation) {
        JsonArray parameters = operation.getJsonArray("parameters");
        List<String> query = parameters == null
                ? List.of()
                : parameters.stream()
                        .map(JsonValue::asJsonObject)
                        .filter(parameter -> parameter.getString("in").equals("query"))
                        .map(parameter -> parameter.getString("name"))
                        .toList();
        return new Route(verb.toUpperCase(Locale.ROOT), path, query, operation.containsKey("requestBody"));
    }
}
