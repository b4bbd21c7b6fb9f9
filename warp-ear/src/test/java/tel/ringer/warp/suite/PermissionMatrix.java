package tel.ringer.warp.suite;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tel.ringer.warp.access.Permission;
import tel.ringer.warp.access.PermissionSet;
import tel.ringer.warp.kit.Route;

/** Which user type may call which route and see which page, decided by the code that decides requests, as Markdown. */
record PermissionMatrix(Catalogue catalogue, List<Route> routes, List<Type> types) {
    /** Each user type with its permissions, as one JSON array, from the most to the least. */
    static final String TYPES =
            """
            select jsonb_agg(jsonb_build_object('name', t.name, 'permissions', t.permissions) order by t.widest desc, t.held desc, t.name)
            from (select t.name, count(*) as held, bool_or(p.resource_path = '*') as widest,
                         jsonb_agg(jsonb_build_array(p.http_method, p.resource_path)) as permissions
                  from auth.user_types t join auth.user_type_permissions p on p.user_type_id = t.id group by t.name) t""";

    private static final String HEAD =
            """
            # Permission matrix

            What each user type may do, as WARP comes. Written by `PermissionMatrixIT` from the routes that the server describes,
            the catalogue of permissions and the seeded user types, each cell decided by the code that decides requests; the test
            fails while this file says something else. ● is permitted: for whoever holds the type at a customer, at that
            customer; for the operator's staff, at each customer where a grant leaves the type open.
            """;

    /** A user type. */
    record Type(String name, PermissionSet permissions) {
        static Type of(JsonObject type) {
            return new Type(
                    type.getString("name"),
                    new PermissionSet(type.getJsonArray("permissions").stream()
                            .map(JsonValue::asJsonArray)
                            .map(permission -> new Permission(permission.getString(0), permission.getString(1)))
                            .toList()));
        }

        /** @param pattern of which any concrete path is decided alike */
        String cell(String method, String pattern) {
            return permissions.permits(method, pattern.replace("*", "0")) ? "●" : "";
        }
    }

    static PermissionMatrix of(String catalogue, List<Route> routes, String types) {
        try (JsonReader reader = Json.createReader(new StringReader(types))) {
            return new PermissionMatrix(
                    Catalogue.of(catalogue),
                    routes,
                    reader.readArray().stream()
                            .map(JsonValue::asJsonObject)
                            .map(Type::of)
                            .toList());
        }
    }

    String toMarkdown() {
        StringBuilder text = new StringBuilder(HEAD);
        sections().forEach((category, rows) -> {
            text.append("\n## ").append(category).append("\n\n| | |");
            types.forEach(type -> text.append(' ').append(type.name()).append(" |"));
            text.append("\n|---|---|").append(":-:|".repeat(types.size())).append('\n');
            rows.forEach(row -> text.append(row).append('\n'));
        });
        return text.append(open("Whoever is signed in", Route::isOfWhoeverIsSignedIn))
                .append(open("Anybody", Route::isPublic))
                .toString();
    }

    /** Rows by category, both in the order of the catalogue. */
    private Map<String, List<String>> sections() {
        Set<String> routesOfTheServer = routes.stream()
                .map(route -> route.method() + " " + route.pattern())
                .collect(Collectors.toSet());
        Map<String, List<String>> sections = new LinkedHashMap<>();
        for (Catalogue.Entry entry : catalogue.entries()) {
            if (entry.isOfAPage() || entry.isOfFields() || routesOfTheServer.contains(entry.toString())) {
                sections.computeIfAbsent(entry.category(), c -> new ArrayList<>())
                        .add(row(entry));
            }
        }
        return sections;
    }

    private String row(Catalogue.Entry entry) {
        String cells = types.stream()
                .map(type -> " " + type.cell(entry.method(), entry.path()) + " |")
                .collect(Collectors.joining());
        return "| " + entry.displayName() + " | `" + entry + "` |" + cells;
    }

    private String open(String whom, java.util.function.Predicate<Route> which) {
        Set<String> open = new LinkedHashSet<>();
        routes.stream().filter(which).map(route -> "- `" + route + "`").sorted().forEach(open::add);
        return "\n## " + whom + "\n\n" + String.join("\n", open) + "\n";
    }
}
