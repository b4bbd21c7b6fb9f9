package tel.ringer.warp.attack;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What each query parameter of the API takes. A new one is added here, or the attack does not start. */
final class QueryParameters {
    static final String CURSOR = "cursor";
    static final String INCLUDE = "include";

    /** Names something; by which name {@link Ids} know it. */
    private static final Map<String, String> NAMING = Map.of(
            "q", "search",
            "customer_id", "customerId",
            "email", "email",
            "invited_by", "userId",
            "actor_id", "userId",
            "subject_id", "invitationId",
            "user_type", "userType",
            "prefix", "apiKeyPrefix");

    private static final Map<String, List<String>> OTHERS = Map.ofEntries(
            Map.entry("status", List.of("ACTIVE", "INACTIVE", "PENDING", "REVOKED", "EXPIRED", "CLOSED")),
            Map.entry("type", List.of("PREPAID", "POSTPAID", "RESELLER")),
            Map.entry("sort", List.of("company_name", "-company_name", "created_at", "-created_at", "ban", "-ban")),
            Map.entry("format", List.of("csv", "ndjson", "xlsx")),
            Map.entry("limit", List.of("1", "2", "200")),
            Map.entry(INCLUDE, List.of("total")),
            Map.entry("action", List.of("invitation.created", "member.added")),
            Map.entry("from", List.of("2020-01-01T00:00:00Z")),
            Map.entry("to", List.of("2999-01-01T00:00:00Z")),
            Map.entry("role", List.of("USER", "ADMIN", "OWNER")),
            Map.entry("reason", List.of("because", "BOUNCED")),
            Map.entry("kind", List.of("INVITATION", "WELCOME", "GENERAL")),
            Map.entry("provider", List.of("default", "nobody")),
            Map.entry("return_to", List.of("/", "//evil.example")),
            Map.entry("select_account", List.of("true")),
            Map.entry("code", List.of("x", "invited")),
            Map.entry("dryRun", List.of("true", "false")),
            Map.entry("state", List.of("x")),
            Map.entry("iss", List.of("https://evil.example")),
            Map.entry("error", List.of("access_denied")),
            Map.entry(CURSOR, List.of()));

    private QueryParameters() {}

    static void requireKnown(String parameter) {
        if (!NAMING.containsKey(parameter) && !OTHERS.containsKey(parameter)) {
            throw new IllegalStateException("The attack does not know the query parameter " + parameter);
        }
    }

    static boolean namesSomething(String parameter) {
        return NAMING.containsKey(parameter);
    }

    /** The name that {@link Ids} have for what the parameter names. */
    static String named(String parameter) {
        return Objects.requireNonNull(NAMING.get(parameter), parameter);
    }

    /** Some value of a parameter that names nothing. */
    static @Nullable String any(String parameter, Random dice) {
        List<String> values = OTHERS.getOrDefault(parameter, List.of());
        return values.isEmpty() ? null : values.get(dice.nextInt(values.size()));
    }
}
