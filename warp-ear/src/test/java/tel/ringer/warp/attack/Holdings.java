package tel.ringer.warp.attack;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tel.ringer.warp.kit.World;

/**
 * Every row of some customers and of their people, as the owner of the tables sees them.
 *
 * @param whose as parameters: ids of customers, people and user types
 * @param rows by table
 */
record Holdings(List<String> whose, Map<String, JsonArray> rows) {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[t ].*");
    private static final String HELD =
            """
            select coalesce(array_agg(distinct %s), '{}') from auth.user_customer_access
            where customer_id = any (cast(? as uuid[])) and user_id <> ?""";
    private static final String WHOSE =
            """
            with w as (select cast(? as uuid[]) as customers, cast(? as uuid[]) as people, cast(? as uuid[]) as types)
            select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]') from w, %s t where %s""";

    /** @param except somebody who belongs to others too */
    static Holdings of(Collection<UUID> customers, UUID except) {
        String ids = customers.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        return of(List.of(
                ids,
                World.query(HELD.formatted("user_id"), ids, except),
                World.query(HELD.formatted("user_type_id"), ids, except)));
    }

    private static Holdings of(List<String> whose) {
        Map<String, JsonArray> rows = new LinkedHashMap<>();
        TenantTables.conditions().forEach((table, condition) -> rows.put(table, rows(table, condition, whose)));
        return new Holdings(whose, rows);
    }

    private static JsonArray rows(String table, String condition, List<String> whose) {
        String all = World.query(WHOSE.formatted(table, condition), whose.toArray());
        try (JsonReader reader = Json.createReader(new StringReader(all))) {
            return reader.readArray();
        }
    }

    /** Where nothing could be found or changed, so that the attack would prove nothing. */
    List<String> emptyTables() {
        return rows.entrySet().stream()
                .filter(table -> table.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Every text, id and long number in these rows, in lower case. */
    Set<String> values() {
        return rows.values().stream().flatMap(Holdings::texts).collect(Collectors.toSet());
    }

    Set<String> valuesIn(String table) {
        return texts(Objects.requireNonNull(rows.get(table), table)).collect(Collectors.toSet());
    }

    private static Stream<String> texts(JsonValue value) {
        return switch (value.getValueType()) {
            case ARRAY -> value.asJsonArray().stream().flatMap(Holdings::texts);
            case OBJECT -> value.asJsonObject().values().stream().flatMap(Holdings::texts);
            case STRING -> text(((JsonString) value).getString());
            case NUMBER -> text(((JsonNumber) value).toString());
            case TRUE, FALSE, NULL -> Stream.empty();
        };
    }

    private static Stream<String> text(String text) {
        String searched = text.toLowerCase(Locale.ROOT);
        String bytes = searched.startsWith("\\x") ? searched.substring(2) : searched;
        return bytes.length() < ForeignBytes.SHORTEST || TIME.matcher(bytes).matches()
                ? Stream.empty()
                : Stream.of(bytes);
    }

    /** What is not as it was: rows that came, went or changed. */
    List<Finding> changes() {
        Holdings later = of(whose);
        return rows.keySet().stream()
                .flatMap(table -> Stream.concat(
                        missing(table, "Gone or changed", this, later), missing(table, "New or changed", later, this)))
                .toList();
    }

    private static Stream<Finding> missing(String table, String what, Holdings from, Holdings in) {
        Set<JsonValue> there = Set.copyOf(Objects.requireNonNull(in.rows.get(table)));
        return Objects.requireNonNull(from.rows.get(table)).stream()
                .filter(row -> !there.contains(row))
                .map(row -> new Finding(what, table, row.toString()));
    }
}
