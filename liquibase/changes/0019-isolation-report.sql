--liquibase formatted sql

--changeset warp:0019-isolation-report splitStatements:false
--comment: What confines each table, asked of the catalogue and tried in earnest, for the role that asks. The endpoint, the command and the tests print the same functions, so that there is one truth. Nothing runs with the owner's rights.
create schema isolation;
grant usage on schema isolation to warp_app;

-- Whose rows are somebody's: what names a customer, the customers themselves, and people.
create function isolation.tenant_relations() returns table (relation oid, key_column name)
  language sql stable set search_path = pg_catalog as $$
  select c.oid, a.attname
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
  where c.relkind in ('r', 'p', 'f') and c.relpersistence <> 't'
    and (a.attname = 'customer_id'
      or (a.attname = 'id' and (n.nspname, c.relname) in (('accounts', 'customers'), ('auth', 'users'))))
$$;

create function isolation.policies(relation oid, verb "char") returns text[]
  language sql stable set search_path = pg_catalog as $$
  select coalesce(array_agg(p.polname::text order by p.polname), '{}')
  from pg_policy p
  where p.polrelid = relation and p.polcmd in (verb, '*')
    and exists (select from unnest(p.polroles) as r (role) where r.role = 0 or pg_has_role(r.role, 'usage'))
$$;

-- Every claim that a scope can make: none, or all of them forged.
create function isolation.pose(stranger boolean) returns void
  language sql volatile set search_path = pg_catalog as $$
  select set_config('warp.user_id', case when stranger then gen_random_uuid()::text else '' end, true),
         set_config('warp.user_types',
           case when stranger then (select coalesce(array_agg(t.id), '{}')::text from auth.user_types t) else '' end, true),
         set_config('warp.invitation_token',
           case when stranger then encode(sha256(gen_random_uuid()::text::bytea), 'hex') else '' end, true),
         set_config('warp.job', case when stranger then 'stranger' else '' end, true)
$$;

-- Null: may not even ask. The block always fails, which takes the settings back.
create function isolation.rows_seen(relation oid, sample_percent numeric, stranger boolean) returns bigint
  language plpgsql volatile set search_path = pg_catalog as $$
declare
  seen bigint;
begin
  perform isolation.pose(stranger);
  execute format('select count(*) from %s', relation::regclass)
    || coalesce(' tablesample system (' || sample_percent || ')', '') into seen;
  raise sqlstate 'ISO00';
exception
  when sqlstate 'ISO00' then return seen;
  when insufficient_privilege then return null;
end $$;

-- A policy refuses before a constraint does: whatever else comes back, the row had passed. The block always fails, which takes row and settings back.
create function isolation.insert_answer(relation oid, key_column name, stranger boolean) returns text
  language plpgsql volatile set search_path = pg_catalog as $$
declare
  violated text;
begin
  perform isolation.pose(stranger);
  execute format('insert into %s (%I) values (gen_random_uuid())', relation::regclass, key_column);
  raise sqlstate 'ISO00';
exception
  when sqlstate 'ISO00' then return 'accepted';
  when insufficient_privilege then return 'refused';
  when read_only_sql_transaction then return 'not tried';
  when check_violation then
    get stacked diagnostics violated = constraint_name;
    -- A row without a partition is turned away before its policies are asked.
    return case violated when '' then 'not tried' else 'let through, then ' || sqlstate end;
  when others then return 'let through, then ' || sqlstate;
end $$;

create function isolation.login_role() returns table (
    name text, superuser boolean, bypasses_row_security boolean, creates_roles boolean, owned_tables bigint,
    member_of text[], reasons text[])
  language sql stable set search_path = pg_catalog as $$
  with reachable as (
    select r.rolname::text as name, r.rolname = session_user as itself, r.rolsuper, r.rolbypassrls, r.rolcreaterole,
      t.owned,
      array_remove(array[
        case when r.rolsuper then 'is a superuser' end,
        case when r.rolbypassrls then 'has BYPASSRLS' end,
        case when r.rolcreaterole then 'creates roles' end,
        case when r.rolcreatedb then 'creates databases' end,
        case when r.rolreplication then 'replicates' end,
        case when r.rolname like 'pg\_%' then 'has rights on the whole server' end,
        case when t.owned > 0 then format('owns %s tenant tables', t.owned) end], null) as dangers
    from pg_roles r
    cross join lateral (
      select count(*) from isolation.tenant_relations() t join pg_class c on c.oid = t.relation where c.relowner = r.oid
    ) as t (owned)
    -- Membership is as good as having it: "set role" is all it takes. A superuser is a member of everything.
    where pg_has_role(session_user, r.oid, 'member')
      and (r.rolname = session_user or not (select s.rolsuper from pg_roles s where s.rolname = session_user))
  )
  select session_user::text, bool_or(r.rolsuper), bool_or(r.rolbypassrls), bool_or(r.rolcreaterole),
    sum(r.owned)::bigint, array(select o.name from reachable o where not o.itself order by 1),
    array(select case when o.itself then d else format('can act as %s, which %s', o.name, d) end
          from reachable o, unnest(o.dangers) as d order by not o.itself, o.name)
  from reachable r
$$;

create function isolation.tables() returns table (
    name text, row_security boolean, forced boolean, privileges text[], select_policies text[], insert_policies text[],
    update_policies text[], delete_policies text[], serving_index text, rows_about bigint, unset_sees bigint,
    unset_inserts text, stranger_sees bigint, stranger_inserts text, notes text[], reasons text[])
  language sql volatile set search_path = pg_catalog as $$
  with facts as materialized (
    select c.oid, t.key_column, c.relkind, c.relrowsecurity, c.relforcerowsecurity,
      array(select v.verb from (values (1, 'select'), (2, 'insert'), (3, 'update'), (4, 'delete')) as v (place, verb)
            where case v.verb when 'delete' then has_table_privilege(c.oid, v.verb)
                  else has_any_column_privilege(c.oid, v.verb) end
            order by v.place) as privileges,
      (select i.indexrelid::regclass::text
       from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
       where i.indrelid = c.oid and i.indisvalid and i.indpred is null and a.attname = t.key_column
       order by i.indisprimary desc, i.indexrelid limit 1) as serving_index,
      (select sum(greatest(l.reltuples, pg_stat_get_live_tuples(l.oid), 0))::bigint
       from pg_class l
       where l.oid = c.oid or l.oid in (select p.relid from pg_partition_tree(c.oid) p where p.isleaf)) as rows_about
    from isolation.tenant_relations() t join pg_class c on c.oid = t.relation
    where not c.relispartition
  ), probed as materialized (
    select f.*, s.sample_percent,
      isolation.rows_seen(f.oid, s.sample_percent, false) as unset_sees,
      isolation.insert_answer(f.oid, f.key_column, false) as unset_inserts,
      isolation.rows_seen(f.oid, s.sample_percent, true) as stranger_sees,
      isolation.insert_answer(f.oid, f.key_column, true) as stranger_inserts
    from facts f
    cross join lateral (
      -- Big tables are sampled, else the report would be the slowest query of the day.
      select case when f.relkind <> 'f' then least(100, trunc(100 * 100000.0 / greatest(f.rows_about, 1), 4)) end
    ) as s (sample_percent)
  )
  select f.oid::regclass::text, f.relrowsecurity, f.relforcerowsecurity, f.privileges,
    p.reads, p.adds, p.changes, p.removes, f.serving_index, f.rows_about,
    f.unset_sees, f.unset_inserts, f.stranger_sees, f.stranger_inserts,
    array(select format('no policy to %s: refused', v.verb) from unnest(f.privileges) as v (verb)
          where isolation.policies(f.oid, (case v.verb when 'select' then 'r' when 'insert' then 'a'
                                           when 'update' then 'w' else 'd' end)::"char") = '{}')
      || array(select format('no privilege to %s, though there is a policy', v.verb)
               from (values ('select', p.reads), ('insert', p.adds), ('update', p.changes), ('delete', p.removes))
                 as v (verb, policies)
               where v.policies <> '{}' and v.verb <> all (f.privileges))
      || array(select format('probed a sample of %s %%', f.sample_percent) where f.sample_percent < 100),
    array_remove(array[
        case when not f.relrowsecurity then 'row-level security is off' end,
        case when not f.relforcerowsecurity then 'row-level security is not forced' end,
        case when p.reads || p.adds || p.changes || p.removes = '{}' then 'no policy for ' || current_user end,
        case when f.serving_index is null then 'no index leads with ' || f.key_column end,
        case when f.unset_sees > 0 then format('unset settings see %s rows', f.unset_sees) end,
        case when f.stranger_sees > 0 then format('a stranger sees %s rows', f.stranger_sees) end,
        case when f.unset_inserts not in ('refused', 'not tried')
             then format('an insert with unset settings was %s', f.unset_inserts) end,
        case when f.stranger_inserts not in ('refused', 'not tried')
             then format('an insert by a stranger was %s', f.stranger_inserts) end], null)
      || array(select format('policy %s is for everybody', o.polname) from pg_policy o
               where o.polrelid = f.oid and 0 = any (o.polroles) order by 1)
      || array(select format('policy %s asks for neither row nor caller', o.polname) from pg_policy o
               where o.polrelid = f.oid and o.polpermissive
                 and o.polname = any (p.reads || p.adds || p.changes || p.removes)
                 and exists (select from unnest(array[o.polqual::text, o.polwithcheck::text]) as e (tree)
                             where e.tree !~ '\{(VAR|SUBLINK|FUNCEXPR|SQLVALUEFUNCTION) ')
               order by 1)
      || array(select format('%s holds %s, which no policy confines', current_user, v.verb)
               from unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER']) as v (verb)
               where case v.verb when 'REFERENCES' then has_any_column_privilege(f.oid, v.verb)
                     else has_table_privilege(f.oid, v.verb) end)
      || array(select format('partition %s does not force row-level security', c.oid::regclass)
               from pg_partition_tree(f.oid) t join pg_class c on c.oid = t.relid
               where c.oid <> f.oid and not (c.relrowsecurity and c.relforcerowsecurity) order by 1)
      || array(select format('partition %s is open to %s', t.relid, current_user)
               from pg_partition_tree(f.oid) t
               where t.relid <> f.oid
                 and (has_any_column_privilege(t.relid, 'select, insert, update, references')
                   or has_table_privilege(t.relid, 'delete, truncate, trigger')) order by 1)
  from probed f
  cross join lateral (
    select isolation.policies(f.oid, 'r'), isolation.policies(f.oid, 'a'),
           isolation.policies(f.oid, 'w'), isolation.policies(f.oid, 'd')
  ) as p (reads, adds, changes, removes)
  order by 1
$$;

-- A view of the owner reads past the policies: what it lets through is up to the view.
create function isolation.views() returns table (
    name text, owner text, security_barrier boolean, security_invoker boolean, tenant_tables text[],
    unset_sees bigint, stranger_sees bigint, reasons text[])
  language sql volatile set search_path = pg_catalog as $$
  with recursive reads as (
    select r.ev_class as view, d.refobjid as relation
    from pg_rewrite r
    join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
    where d.refobjid <> r.ev_class
  ), reach as (
    select r.view, r.relation from reads r join isolation.tenant_relations() t on t.relation = r.relation
    union
    select r.view, reach.relation from reads r join reach on reach.view = r.relation
  ), facts as materialized (
    select c.oid, c.relkind, c.relowner::regrole::text as owner,
      coalesce(c.reloptions && array['security_barrier=true', 'security_barrier=on', 'security_barrier=1'], false)
        as barrier,
      coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false)
        as invoker,
      array(select reach.relation::regclass::text from reach where reach.view = c.oid order by 1) as tenant_tables,
      isolation.rows_seen(c.oid, null, false) as unset_sees,
      isolation.rows_seen(c.oid, null, true) as stranger_sees
    from pg_class c
    where c.relkind in ('v', 'm') and has_any_column_privilege(c.oid, 'select, insert, update')
      and c.oid in (select reach.view from reach)
  )
  select f.oid::regclass::text, f.owner, f.barrier, f.invoker, f.tenant_tables, f.unset_sees, f.stranger_sees,
    array_remove(array[
      case when f.relkind = 'm' then 'is a copy, which no policy confines' end,
      case when f.relkind = 'v' and not f.barrier and not f.invoker then 'is no security barrier' end,
      case when not f.invoker and (has_any_column_privilege(f.oid, 'insert, update') or has_table_privilege(f.oid, 'delete'))
           then format('%s may write through it', current_user) end,
      case when f.unset_sees > 0 then format('unset settings see %s rows', f.unset_sees) end,
      case when f.stranger_sees > 0 then format('a stranger sees %s rows', f.stranger_sees) end], null)
  from facts f
  order by 1
$$;

-- What runs with the rights of another role. A function's body can't be followed: these are to be read by people.
create function isolation.functions() returns table (name text, owner text, reasons text[])
  language sql stable set search_path = pg_catalog as $$
  select p.oid::regprocedure::text, p.proowner::regrole::text,
    array(select 'its search_path is not fixed'
          where not exists (select from unnest(p.proconfig) as c (setting) where c.setting like 'search\_path=%'))
  from pg_proc p
  where p.prosecdef and has_function_privilege(p.oid, 'execute')
  order by 1
$$;

revoke all on all functions in schema isolation from public;
grant execute on all functions in schema isolation to warp_app;
--rollback drop schema isolation cascade;
