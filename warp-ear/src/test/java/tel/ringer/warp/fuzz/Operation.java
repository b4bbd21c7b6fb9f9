package tel.ringer.warp.fuzz;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Route;
import tel.ringer.warp.kit.Routes;

/**
 * An operation with one of the media types that it takes.
 *
 * @param body with which it would succeed, its ids as placeholders
 * @param headers that it knows
 * @param required fields of the body
 */
record Operation(Route route, String mediaType, Optional<String> body, Set<String> headers, List<String> required) {
    private static final String BULK = "POST /v1/admin/customers/{customerId}/invitations/bulk";
    private static final String CSV = "email,user_type,role\n{newEmail},{userType},USER\n";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    /** They change nothing, or at most what somebody unknown is told of. */
    private static final Set<String> READING_POSTS =
            Set.of("POST /v1/gatekeeper/check-access", "POST /v1/gatekeeper/check-access-batch", "POST /webhooks/dsn");

    /** They go through all rows there are, or the log tells who has read. */
    private static final Set<String> LONG = Set.of(
            "GET /v1/audit/export",
            "GET /v1/audit/verify",
            "GET /v1/admin/isolation-report",
            "GET /v1/admin/personal-data/{userId}",
            "GET /auth/me/personal-data");

    static List<Operation> all() {
        JsonObject document = Api.anonymous().get("/openapi?format=JSON").json();
        return Routes.all().stream().flatMap(route -> of(route, document)).toList();
    }

    private static Stream<Operation> of(Route route, JsonObject document) {
        JsonObject described = document.getJsonObject("paths")
                .getJsonObject(route.path())
                .getJsonObject(route.method().toLowerCase(Locale.ROOT));
        Operation first = new Operation(
                route, route.mediaType(), route.body(), headers(described), required(described, document));
        if (route.toString().equals(BULK)) {
            return Stream.of(first, first.with("text/csv", Optional.of(CSV)));
        }
        return route.method().equals("PATCH")
                ? Stream.of(first, first.with(MERGE_PATCH, route.body()))
                : Stream.of(first);
    }

    private Operation with(String otherType, Optional<String> otherBody) {
        return new Operation(route, otherType, otherBody, headers, required);
    }

    private static Set<String> headers(JsonObject described) {
        JsonArray parameters = described.getJsonArray("parameters");
        return parameters == null
                ? Set.of()
                : parameters.stream()
                        .map(JsonValue::asJsonObject)
                        .filter(parameter -> parameter.getString("in").equals("header"))
                        .map(parameter -> parameter.getString("name"))
                        .collect(Collectors.toSet());
    }

    /** Those that the schema of the body requires at its top. */
    private static List<String> required(JsonObject described, JsonObject document) {
        String name = Stream.of("requestBody", "content", "application/json", "schema")
                .reduce(
                        described,
                        (object, field) ->
                                object.containsKey(field) ? object.getJsonObject(field) : JsonValue.EMPTY_JSON_OBJECT,
                        (some, others) -> others)
                .getString("$ref", "");
        if (name.isEmpty()) {
            return List.of();
        }
        JsonObject schema = document.getValue(name.substring(1)).asJsonObject();
        JsonArray required = schema.getJsonArray("required");
        return required == null ? List.of() : List.copyOf(required.getValuesAs(JsonString::getString));
    }

    boolean takesJson() {
        return body.isPresent() && mediaType.endsWith("json");
    }

    boolean takesText() {
        return body.isPresent() && !takesJson();
    }

    boolean knows(String header) {
        return headers.contains(header);
    }

    /** Of many rows nothing is changed but in a dry run. */
    boolean isDryRun() {
        return route.toString().equals(BULK);
    }

    /** Whether it may succeed whatever is odd about the request. */
    boolean isReading() {
        return route.method().equals("GET") || isDryRun() || READING_POSTS.contains(route.toString());
    }

    boolean isQuickReading() {
        return isReading() && !LONG.contains(route.toString());
    }

    @Override
    public String toString() {
        return route + (body.isPresent() ? " (" + mediaType + ")" : "");
    }
}
