#!/usr/bin/env bash
# Prints how PostgreSQL confines each table of customers and people, as GET /v1/admin/isolation-report does.
#
#   PGHOST=db PGPASSWORD=... server-config/isolation-report.sh [ARGUMENTS OF PSQL]
#
# Connects as WARP does, since the report speaks for the role that asks: user warp_app to database warp, unless PGUSER
# and PGDATABASE or psql's arguments (-h, -p, -U, -d, a connection string) say otherwise. Needs psql; changes nothing.
# Ends with 0 if all is well, 1 if a row is red, 2 if the database can't be asked. docs/isolation.md explains the columns.
set -euo pipefail

export PGUSER=${PGUSER:-warp_app} PGDATABASE=${PGDATABASE:-warp} PGAPPNAME=${PGAPPNAME:-isolation-report}

report=$(psql -X -q -v ON_ERROR_STOP=1 -P footer=off -P null='not asked' "$@" <<'SQL'
\set verdict 'case when reasons = \'{}\' then \'OK\' else \'RED: \' || array_to_string(reasons, e\'\\n     \') end as verdict'
\echo Login role
select name as login, superuser, bypasses_row_security as "bypassrls", creates_roles as "createrole", owned_tables as "owns",
       array_to_string(member_of, e'\n') as "acts as", :verdict
from isolation.login_role();
\echo Tables
select name as "table", row_security as "rls", forced,
       (select string_agg(format('%s: %s', v.verb, case when v.verb <> all (privileges) then 'no privilege'
                                                       when v.policies = '{}' then 'no policy'
                                                       else array_to_string(v.policies, ', ') end), e'\n' order by v.place)
        from (values (1, 'select', select_policies), (2, 'insert', insert_policies), (3, 'update', update_policies),
                     (4, 'delete', delete_policies)) as v (place, verb, policies)) as "policies of the application",
       coalesce(serving_index, 'none') as "index", rows_about as "rows, about", unset_sees as "unset sees", unset_inserts as "inserts",
       stranger_sees as "stranger sees", stranger_inserts as "inserts", array_to_string(notes, e'\n') as notes, :verdict
from isolation.tables();
\echo Views that read those tables
select name as "view", owner, security_barrier as "barrier", security_invoker as "invoker",
       array_to_string(tenant_tables, e'\n') as "reads", unset_sees as "unset sees", stranger_sees as "stranger sees",
       :verdict
from isolation.views();
\echo Functions that run with the rights of another role
select name as "function", owner, :verdict from isolation.functions();
SQL
) || exit 2

echo "$report"
if grep -q '| RED: ' <<<"$report"; then
  exit 1
fi
