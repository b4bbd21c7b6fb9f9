package tel.ringer.warp.fuzz;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tel.ringer.warp.kit.World;

/** All rows of all tables, but for what refusals and reading leave behind. */
record Rows(SortedMap<String, String> byTable) {
    private static final String TABLES =
            """
            select string_agg(c.oid::regclass::text, ' ')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition
              and n.nspname in ('accounts', 'audit', 'auth', 'notification', 'platform')
            """;

    /** Buckets of limits; runs of jobs; the head of the log of refusals and what is personal in it. */
    private static final List<String> OF_THE_MACHINERY =
            List.of("platform.rate_limits", "platform.job_runs", "audit.chains", "audit.personal_values");

    private static final String ROWS =
            """
            select count(*) || ' rows, ' || coalesce(sum(hashtextextended((to_jsonb(t) - 'last_used_at')::text, 0)), 0)
            from %s t where to_jsonb(t) ->> 'action' is null or to_jsonb(t) ->> 'action' not like '%%.refused'
            """;

    static Rows now() {
        SortedMap<String, String> byTable = new TreeMap<>();
        for (String table : World.query(TABLES).split(" ", -1)) {
            if (!OF_THE_MACHINERY.contains(table)) {
                byTable.put(table, World.query(ROWS.formatted(table)));
            }
        }
        return new Rows(byTable);
    }
}
