package tel.ringer.warp.dashboard;

import tel.ringer.warp.access.CustomerScope;

/**
 * The statements of the dashboard. Whoever is confined to grants is served from these on: the customers' own rows would
 * be walked past everybody else's.
 */
final class DashboardSql {
    private static final String REACH =
            """
             join (select reached.customer_id from auth.user_customer_access reached
                   join auth.users caller on caller.id = reached.user_id
                   where reached.user_id = :user and caller.status = 'ACTIVE'
                     and (reached.user_type_id = any (cast(:%1$s as uuid[]))
                          or reached.user_type_id is null and caller.user_type_id = any (cast(:%1$s as uuid[]))))
             reach on reach.customer_id = %2$s
            """;

    private static final String TODAY = "cast(now() at time zone 'UTC' as date)";

    private static final String FIRST_DAY = "(cast(" + TODAY + " - 29 as timestamp) at time zone 'UTC')";

    private DashboardSql() {}

    /** Name of the parameter with the user types that permit a part. */
    static String types(DashboardPart part) {
        return "types_of_" + part.label();
    }

    /** Rows of part, name and figure. */
    static String of(DashboardPart part, CustomerScope scope) {
        return switch (part) {
            case CUSTOMERS -> counted(part, "c.status", "accounts.customers c" + within(part, scope, "c.id"));
            case USERS ->
                counted(
                        part,
                        "u.status",
                        "auth.users u where u.kind = 'PERSON' and u.id in"
                                + " (select m.user_id from auth.user_customer_access m"
                                + within(part, scope, "m.customer_id") + ")");
            case INVITATIONS ->
                counted(
                        part,
                        "case when i.expires_at <= now() + interval '7 days' then 'EXPIRING' else 'LATER' end",
                        "auth.user_invitations i" + within(part, scope, "i.customer_id")
                                + " where i.status = 'PENDING' and i.expires_at > now()");
            case MAILS ->
                counted(
                        part,
                        "o.status",
                        "notification.outbox o" + within(part, scope, "o.customer_id")
                                + " where o.status in ('QUEUED', 'DEAD')");
            case NEW_CUSTOMERS ->
                daily(part, "c.created_at", "accounts.customers c" + within(part, scope, "c.id") + " where true");
            case INVITATIONS_CREATED ->
                daily(
                        part,
                        "i.created_at",
                        "auth.user_invitations i" + within(part, scope, "i.customer_id") + " where true");
            case INVITATIONS_ACCEPTED ->
                daily(
                        part,
                        "i.closed_at",
                        "auth.user_invitations i" + within(part, scope, "i.customer_id")
                                + " where i.status = 'ACCEPTED'");
        };
    }

    private static String counted(DashboardPart part, String name, String from) {
        return "(select '" + part.name() + "' as part, " + name + " as name, count(*) as figure from " + from
                + " group by 2)";
    }

    /** Of the last 30 days of UTC, each of them. */
    private static String daily(DashboardPart part, String instant, String from) {
        return "(select '" + part.name() + "' as part, cast(" + TODAY + " - ago as text) as name,"
                + " coalesce(counted.figure, 0) as figure from generate_series(0, 29) ago left join"
                + " (select cast(" + instant + " at time zone 'UTC' as date) as day, count(*) as figure from " + from
                + " and " + instant + " >= " + FIRST_DAY + " group by 1) counted on counted.day = " + TODAY
                + " - ago)";
    }

    private static String within(DashboardPart part, CustomerScope scope, String customer) {
        return scope instanceof CustomerScope.Granted ? REACH.formatted(types(part), customer) : "";
    }

    /** One row at least: the totals, and beside them each of the first customers. */
    static String own(DashboardReach reach) {
        CustomerScope customers = reach.scopeOf(DashboardPart.CUSTOMERS);
        return "select totals.reached, totals.sent, first.* from (select (select count(*) from accounts.customers c"
                + within(DashboardPart.CUSTOMERS, customers, "c.id") + ") as reached, " + sent(reach)
                + " as sent) totals left join lateral (" + first(customers) + ") first on true";
    }

    private static String sent(DashboardReach reach) {
        return reach.includes(DashboardPart.INVITATIONS)
                ? "(select count(*) from auth.user_invitations i"
                        + within(DashboardPart.INVITATIONS, reach.scopeOf(DashboardPart.INVITATIONS), "i.customer_id")
                        + " where i.invited_by = :user and i.status = 'PENDING' and i.expires_at > now())"
                : "cast(null as bigint)";
    }

    private static String first(CustomerScope scope) {
        String columns = "select c.id, c.ban, c.company_name, c.status, ";
        return scope instanceof CustomerScope.Granted
                ? columns
                        + """
                        t.name as user_type, g.role
                        from auth.user_customer_access g
                        join auth.users u on u.id = g.user_id
                        join accounts.customers c on c.id = g.customer_id
                        join auth.user_types t on t.id = coalesce(g.user_type_id, u.user_type_id)
                        where g.user_id = :user and u.status = 'ACTIVE' and t.id = any (cast(:types_of_customers as uuid[]))
                        order by g.company_sort, g.customer_id limit 50
                        """
                : columns
                        + """
                        cast(null as text) as user_type, 'OWNER' as role
                        from accounts.customers c order by lower(c.company_name), c.id limit 50
                        """;
    }
}
