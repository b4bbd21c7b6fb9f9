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

    private static final Map<String, List<String>> OTHERS = Map.of(
            "status",
            List.of("ACTIVE", "INACTIVE", "PENDING", "REVOKED", "EXPIRED", "CLOSED"),
            "limit",
            List.of("1", "2", "200"),
            INCLUDE,
            List.of("total"),
            "action",
            List.of("invitation.created", "member.added"),
            "from",
            List.of("2020-01-01T00:00:00Z"),
            "to",
            List.of("2999-01-01T00:00:00Z"),
            "role",
            List.of("USER", "ADMIN", "OWNER"),
            "reason",
            List.of("because"),
            CURSOR,
            List.of());

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
