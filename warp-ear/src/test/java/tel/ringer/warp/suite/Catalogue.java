package tel.ringer.warp.suite;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tel.ringer.warp.kit.Route;
import tel.ringer.warp.kit.World;

/** What the role editor knows of the routes and the portal's pages: auth.permission_metadata. */
record Catalogue(List<Entry> entries) {
    /** All of it as one JSON array. */
    static final String ROWS =
            "select jsonb_agg(to_jsonb(m) order by m.sort_order, m.resource_path, m.http_method) from auth.permission_metadata m";

    /** Rights to fields of what a route shows. A line here is a decision. */
    private static final Set<String> RIGHTS_TO_FIELDS = Set.of("PATCH /v1/admin/customers/*");

    /** A row. */
    record Entry(String method, String path, String category, String displayName) {
        static Entry of(JsonObject row) {
            return new Entry(
                    row.getString("http_method"),
                    row.getString("resource_path"),
                    row.getString("category"),
                    row.getString("display_name"));
        }

        boolean isOfARoute() {
            return path.startsWith("/v1/") || path.startsWith("/auth/");
        }

        boolean isOfFields() {
            return RIGHTS_TO_FIELDS.contains(toString());
        }

        boolean isOfAPage() {
            return path.startsWith("/") && !isOfARoute();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Catalogue read() {
        return of(World.query(ROWS));
    }

    static Catalogue of(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return new Catalogue(reader.readArray().stream()
                    .map(JsonValue::asJsonObject)
                    .map(Entry::of)
                    .toList());
        }
    }

    Catalogue without(String entry) {
        return new Catalogue(
                entries.stream().filter(row -> !row.toString().equals(entry)).toList());
    }

    private static String row(Route route) {
        return route.method() + " " + route.pattern();
    }

    /** Routes of which the role editor does not know. */
    List<Route> missing(List<Route> routes) {
        Set<String> known = entries.stream().map(Entry::toString).collect(Collectors.toSet());
        return routes.stream()
                .filter(Route::isDecidedByPermission)
                .filter(route -> !known.contains(row(route)))
                .toList();
    }

    /** Rows of routes that there are not. */
    List<Entry> orphans(List<Route> routes) {
        Set<String> known = routes.stream().map(Catalogue::row).collect(Collectors.toSet());
        return entries.stream()
                .filter(Entry::isOfARoute)
                .filter(entry -> !entry.isOfFields())
                .filter(entry -> !known.contains(entry.toString()))
                .toList();
    }
}
