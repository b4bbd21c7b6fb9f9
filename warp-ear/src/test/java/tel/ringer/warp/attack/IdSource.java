package tel.ringer.warp.attack;

import java.util.List;
import java.util.Random;
import tel.ringer.warp.kit.Placeholders;
import tel.ringer.warp.kit.Route;

/** Where in the request somebody else's id stands. */
enum IdSource {
    PATH,
    BY_BAN,
    /** Nested: own customer, somebody else's row. */
    OWN_CUSTOMER_FOREIGN_REST,
    /** Nested: somebody else's customer, own row. */
    FOREIGN_CUSTOMER_OWN_REST,
    QUERY,
    BODY,
    /** Rows of a batch, own and foreign mixed. */
    BULK,
    /** A cursor out of another caller's list. */
    CURSOR,
    /** A key that another caller has used. */
    IDEMPOTENCY_KEY,
    /** Nowhere: what is the caller's own must hold nothing foreign. */
    OWN;

    private static final String CUSTOMER = "customerId";
    private static final String BAN = "ban";
    /** Works once for each letter: a second one, under a key that is nobody's, would not be answered alike. */
    private static final String RETRY = "POST /v1/admin/mail/dead-letters/{mailId}/retry";

    private static final String CREATE_CUSTOMER = "POST /v1/customers";

    boolean applies(Route route) {
        List<String> path = route.pathParameters();
        boolean nested = path.contains(CUSTOMER) && path.size() > 1;
        return switch (this) {
            case PATH -> !path.isEmpty() && !path.contains(BAN);
            case BY_BAN -> path.contains(BAN);
            case OWN_CUSTOMER_FOREIGN_REST -> nested;
            case FOREIGN_CUSTOMER_OWN_REST -> nested || (path.contains(CUSTOMER) && namesSomething(route));
            case QUERY -> route.queryParameters().stream().anyMatch(QueryParameters::namesSomething);
            case BODY -> namesSomething(route);
            case BULK ->
                namesSomething(route)
                        && route.body().filter(body -> body.contains("[{")).isPresent();
            case CURSOR -> route.queryParameters().contains(QueryParameters.CURSOR);
            case IDEMPOTENCY_KEY ->
                route.method().equals("POST") && !route.toString().equals(RETRY);
            case OWN -> route.method().equals("GET");
        };
    }

    private static boolean namesSomething(Route route) {
        return route.body().filter(body -> !Placeholders.in(body).isEmpty()).isPresent();
    }

    boolean isForeignInPath(String parameter) {
        return switch (this) {
            case PATH, BY_BAN -> true;
            case OWN_CUSTOMER_FOREIGN_REST -> !parameter.equals(CUSTOMER);
            case FOREIGN_CUSTOMER_OWN_REST -> parameter.equals(CUSTOMER);
            case QUERY, BODY, BULK, CURSOR, IDEMPOTENCY_KEY, OWN -> false;
        };
    }

    /** An address that would be invited is no id: who has invited it may see it from then on. */
    boolean isForeignInBody(Route route, String placeholder, Random dice) {
        return switch (this) {
            case BODY -> !placeholder.equals(Ids.NEW_EMAIL) || !route.toString().equals(CREATE_CUSTOMER);
            case PATH -> dice.nextBoolean();
            case BULK -> dice.nextBoolean() && !placeholder.equals(Ids.NEW_EMAIL);
            case BY_BAN, OWN_CUSTOMER_FOREIGN_REST, FOREIGN_CUSTOMER_OWN_REST -> false;
            case QUERY, CURSOR, IDEMPOTENCY_KEY, OWN -> false;
        };
    }

    /** Whether an id that names nothing, in its place, must be answered alike: not the end of a session, twice. */
    boolean hasTwin(Route route) {
        return this != CURSOR && this != OWN && !Caller.ENDING.contains(route.toString());
    }

    /** Whether a success writes somebody else's names among the caller's own rows. */
    boolean mayMarkOwnRows() {
        return this == BODY || this == BULK || this == IDEMPOTENCY_KEY;
    }
}
