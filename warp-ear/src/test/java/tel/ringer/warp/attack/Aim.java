package tel.ringer.warp.attack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tel.ringer.warp.kit.Placeholders;

/** Makes a request of an attempt. With other ids for the foreign ones, the same dice make its twin. */
final class Aim {
    private static final String CUSTOMER = "customerId";

    private final Attempt attempt;
    private final Caller caller;
    private final Ids foreign;
    private final Random dice;

    private Aim(Attempt attempt, Caller caller, Ids foreign) {
        this.attempt = attempt;
        this.caller = caller;
        this.foreign = foreign;
        this.dice = attempt.newDice();
    }

    static Shot shot(Attempt attempt, Caller caller, Ids foreign) {
        return new Aim(attempt, caller, foreign).shot();
    }

    private Shot shot() {
        String path = Placeholders.fill(
                attempt.route().path(), name -> value(name, attempt.source().isForeignInPath(name)));
        String target = attempt.form().path(path, dice) + query();
        Optional<String> body = attempt.route().body().map(this::body);
        return new Shot(attempt.form().method(attempt.route().method()), target, headers(body.isPresent()), body);
    }

    private String body(String template) {
        String body = Placeholders.fill(
                template, name -> value(name, attempt.source().isForeignInBody(attempt.route(), name, dice)));
        return attempt.form() == Form.EXTRA_FIELD
                ? body.replaceFirst("\\{", "{\"customer_id\":\"" + value(CUSTOMER, true) + "\",")
                : body;
    }

    private String value(String name, boolean isForeign) {
        String picked = (isForeign ? foreign : caller.own()).pick(name, dice);
        // In other letters it would be the name of a new user type, which its author may see: no foreign byte.
        return name.equals(Ids.NEW_USER_TYPE) ? picked : attempt.form().value(picked);
    }

    private String query() {
        Map<String, String> query =
                switch (attempt.source()) {
                    case QUERY -> namingQuery();
                    case CURSOR, BODY, BULK, IDEMPOTENCY_KEY, OWN -> anyQuery();
                    case PATH, BY_BAN, OWN_CUSTOMER_FOREIGN_REST, FOREIGN_CUSTOMER_OWN_REST -> new LinkedHashMap<>();
                };
        if (attempt.source() == IdSource.CURSOR) {
            query.put(QueryParameters.CURSOR, foreign.pick(QueryParameters.CURSOR, dice));
        }
        if (attempt.form() == Form.UNKNOWN_PARAMETER) {
            query.put("tenant", value(CUSTOMER, true));
        }
        return query.isEmpty() ? "" : "?" + encoded(query);
    }

    private Map<String, String> anyQuery() {
        Map<String, String> query = new LinkedHashMap<>();
        for (String parameter : attempt.route().queryParameters()) {
            String value = QueryParameters.any(parameter, dice);
            if (value != null && dice.nextInt(3) == 0) {
                query.put(parameter, value);
            }
        }
        return query;
    }

    /** One parameter that names something foreign, and perhaps how much there is of it. */
    private Map<String, String> namingQuery() {
        List<String> naming = attempt.route().queryParameters().stream()
                .filter(QueryParameters::namesSomething)
                .toList();
        String parameter = naming.get(dice.nextInt(naming.size()));
        Map<String, String> query = anyQuery();
        query.keySet().retainAll(Set.of(QueryParameters.INCLUDE));
        query.put(parameter, value(QueryParameters.named(parameter), true));
        return query;
    }

    private static String encoded(Map<String, String> query) {
        List<String> pairs = new ArrayList<>();
        query.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return String.join("&", pairs);
    }

    private Map<String, String> headers(boolean withBody) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", dice.nextInt(20) == 0 ? "text/html" : "application/json");
        caller.token(attempt.route(), dice).ifPresent(token -> headers.put("Authorization", "Bearer " + token));
        if (withBody) {
            headers.put("Content-Type", attempt.route().mediaType());
            headers.put("Sec-Fetch-Site", "same-origin");
            headers.put("If-Match", "*");
        }
        if (attempt.source() == IdSource.IDEMPOTENCY_KEY) {
            headers.put("Idempotency-Key", foreign.pick("idempotencyKey", dice));
        }
        if (attempt.form() == Form.METHOD_OVERRIDE) {
            headers.put("X-HTTP-Method-Override", "GET");
        }
        return headers;
    }
}
