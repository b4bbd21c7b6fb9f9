package tel.ringer.warp.access;

/**
 * By what a list of customers' rows is sorted.
 *
 * <p>Who is confined to grants is served from these, sorted. An index in the list's order would invite PostgreSQL to walk
 * it until enough rows within reach turn up, which for somebody whose customers all come last is past everybody else's.
 */
public final class SortKey {
    private SortKey() {}

    /** @param expression JPQL, never null in the database */
    public static String of(CustomerScope scope, String expression) {
        return scope instanceof CustomerScope.Granted ? "coalesce(" + expression + ", " + expression + ")" : expression;
    }
}
