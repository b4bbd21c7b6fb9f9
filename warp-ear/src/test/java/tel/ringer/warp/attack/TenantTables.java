package tel.ringer.warp.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tel.ringer.warp.kit.World;

/** The tables that hold what belongs to customers, as the catalogue of the database knows them: a new one joins. */
final class TenantTables {
    static final String CUSTOMERS = "accounts.customers";

    /** What a viewer may read at the own customer: the matrix of permissions says so. */
    static final List<String> SEEN_BY_VIEWERS =
            List.of(CUSTOMERS, "auth.users", "auth.user_customer_access", "auth.user_types");

    private static final String WITH_A_CUSTOMER =
            """
            select string_agg(c.oid::regclass::text, ',' order by c.oid::regclass::text)
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relkind in ('r', 'p') and not c.relispartition and a.attname = 'customer_id' and not a.attisdropped""";

    private TenantTables() {}

    private static List<String> withACustomer() {
        return List.of(World.query(WITH_A_CUSTOMER).split(",", -1));
    }

    /** Each table with the condition under which a row is of the customers, of their people or of their people's types. */
    static Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        withACustomer().forEach(table -> conditions.put(table, "customer_id = any (customers)"));
        conditions.put(CUSTOMERS, "id = any (customers)");
        conditions.put("auth.users", "id = any (people)");
        conditions.put("auth.sessions", "user_id = any (people)");
        conditions.put(
                "auth.refresh_tokens", "session_id in (select id from auth.sessions where user_id = any (people))");
        conditions.put("auth.user_types", "id = any (types)");
        conditions.put("auth.user_type_permissions", "user_type_id = any (types)");
        return conditions;
    }
}
