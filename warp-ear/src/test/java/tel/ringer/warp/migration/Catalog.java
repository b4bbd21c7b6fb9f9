package tel.ringer.warp.migration;

import java.sql.SQLException;
import java.util.List;

/** Everything that a database consists of besides rows, as sorted lines that can be compared and read. */
final class Catalog {
    private static final String LINES =
            """
            with schemas as (
              select * from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
            ), relations as (
              select c.*, s.nspname || '.' || c.relname as name
              from pg_class c join schemas s on s.oid = c.relnamespace
              where not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            ), functions as (
              select p.*, p.oid::regprocedure::text as name
              from pg_proc p join schemas s on s.oid = p.pronamespace
              where not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
            ), privileges as (
              select 'schema ' || nspname as object, nspowner as owner, coalesce(nspacl, acldefault('n', nspowner)) as acl
              from schemas
              union all
              select name, relowner, coalesce(relacl, acldefault('r', relowner)) from relations where relkind <> 'i'
              union all
              select name, proowner, coalesce(proacl, acldefault('f', proowner)) from functions
              union all
              select r.name || '.' || a.attname, r.relowner, a.attacl
              from relations r join pg_attribute a on a.attrelid = r.oid where a.attacl is not null
            )
            select concat_ws(' ', 'schema', nspname, 'of', nspowner::regrole) from schemas
            union all
            select concat_ws(' ', 'extension', extname) from pg_extension
            union all
            select concat_ws(' ', 'type', t.oid::regtype) from pg_type t join schemas s on s.oid = t.typnamespace
            where t.typtype in ('e', 'd')
            union all
            select concat_ws(' ', 'relation', name, 'kind', relkind, 'of', relowner::regrole,
                             'row security', relrowsecurity, 'forced', relforcerowsecurity, reloptions)
            from relations
            union all
            select concat_ws(' ', 'column', r.name || '.' || a.attname, format_type(a.atttypid, a.atttypmod),
                             case when a.attnotnull then 'not null' end, 'identity', a.attidentity,
                             'default', pg_get_expr(d.adbin, d.adrelid))
            from relations r
            join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
            left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
            union all
            select concat_ws(' ', 'constraint', c.conname, 'on', r.name, pg_get_constraintdef(c.oid), c.convalidated)
            from pg_constraint c join relations r on r.oid = c.conrelid
            union all
            select pg_get_indexdef(oid) from relations where relkind = 'i'
            union all
            select concat_ws(' ', 'view', name, pg_get_viewdef(oid)) from relations where relkind in ('v', 'm')
            union all
            select concat_ws(' ', 'policy', policyname, 'on', schemaname || '.' || tablename, permissive, 'for', cmd,
                             'to', roles, 'using', qual, 'with check', with_check)
            from pg_policies
            union all
            select pg_get_functiondef(oid) from functions where prokind in ('f', 'p')
            union all
            select pg_get_triggerdef(t.oid) from pg_trigger t join relations r on r.oid = t.tgrelid
            where not t.tgisinternal
            union all
            select concat_ws(' ', 'grant', g.privilege_type, 'on', p.object,
                             'to', case when g.grantee = 0 then 'everybody' else g.grantee::regrole::text end)
            from privileges p, aclexplode(p.acl) g where g.grantee <> p.owner
            order by 1
            """;

    private Catalog() {}

    static List<String> of(FreshDatabase database) throws SQLException {
        return database.query(LINES);
    }

    /** Without the tables by which Liquibase remembers what ran; what they grant to others stays. */
    static List<String> withoutChangelog(FreshDatabase database) throws SQLException {
        return of(database).stream()
                .filter(line -> !line.contains("databasechangelog") || line.startsWith("grant"))
                .toList();
    }
}
