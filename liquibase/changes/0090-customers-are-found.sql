--liquibase formatted sql

--changeset warp:0090-customers-are-found splitStatements:false
--comment: LIKE is not leakproof, so row-level security keeps it from the trigram index: a search among a million customers read all of them. From the holder of everything no row is hidden. For them alone these functions search with the owner's rights; what is found are ids, whose rows the policies confine once more. Nor is lower() leakproof, so each page of the list was walked to from the beginning; the names' order is a column now. Lists in the order of time, of one status or one type have indexes too.
alter table accounts.customers add column company_sort text not null generated always as (lower(company_name)) stored;
drop index accounts.customers_company_name_sort;
create index customers_company_name_sort on accounts.customers (company_sort, id);
create index customers_created_at_sort on accounts.customers (created_at, id);
create index customers_status_sort on accounts.customers (status, company_sort, id);
create index customers_customer_type_sort on accounts.customers (customer_type, company_sort, id);

-- What is frequent turns up in a short stretch of the order; what is rare is found by its trigrams and sorted. What has
-- none, being shorter than three letters or digits, is looked for in the whole table then.
create function accounts.find_customers(
    pattern text, wanted_status text, wanted_type text, sort_key text, descending boolean, after_key text, after_id uuid,
    most integer) returns setof uuid
  language plpgsql stable rows 100 security definer
  set search_path = pg_catalog, pg_temp set jit = off as $$
declare
  stretch constant integer := 2000;
  key constant text := case sort_key
    when 'company_name' then 'c.company_sort' when 'created_at' then 'c.created_at' when 'ban' then 'c.ban' end;
  key_type constant text := case sort_key when 'created_at' then 'timestamptz' else 'text' end;
  texts constant text := $q$lower(c.company_name || ' ' || coalesce(c.legal_name, '') || ' ' || c.ban)$q$;
  wanted constant text := '($2 is null or c.status = $2) and ($3 is null or c.customer_type = $3)'
    || case when after_id is null then ''
         else format(' and (%s, c.id) %s ($4::%s, $5)', key, case when descending then '<' else '>' end, key_type) end;
  in_order constant text := format(
    case when descending then ' order by %s desc, c.id desc' else ' order by %s, c.id' end, key);
  found uuid[];
  walked integer;
begin
  if not exists (select from auth.caller_unrestricted) then
    return;
  end if;
  execute format(
      'select coalesce(array_agg(w.id) filter (where w.texts like lower($1)), ''{}''), count(*)'
      ' from (select c.id, %s as texts from accounts.customers c where %s%s limit $6) w', texts, wanted, in_order)
    into found, walked using pattern, wanted_status, wanted_type, after_key, after_id, stretch;
  if walked < stretch or cardinality(found) >= most then
    return query select unnest(found[1:most]);
  else
    return query execute format(
        'with found as materialized ('
        '   select c.id, c.company_sort, c.created_at, c.ban, c.status, c.customer_type'
        '   from accounts.customers c where %s like lower($1))'
        ' select c.id from found c where %s%s limit $6', texts, wanted, in_order)
      using pattern, wanted_status, wanted_type, after_key, after_id, most;
  end if;
end $$;

create function accounts.count_customers(pattern text, wanted_status text, wanted_type text) returns bigint
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
begin
  return (
    select count(*) from accounts.customers c
    where lower(c.company_name || ' ' || coalesce(c.legal_name, '') || ' ' || c.ban) like lower(pattern)
      and (wanted_status is null or c.status = wanted_status) and (wanted_type is null or c.customer_type = wanted_type)
      and exists (select from auth.caller_unrestricted));
end $$;
revoke all on function accounts.find_customers(text, text, text, text, boolean, text, uuid, integer),
  accounts.count_customers(text, text, text) from public;
grant execute on function accounts.find_customers(text, text, text, text, boolean, text, uuid, integer),
  accounts.count_customers(text, text, text) to warp_app;
--rollback drop function accounts.count_customers(text, text, text); drop function accounts.find_customers(text, text, text, text, boolean, text, uuid, integer);
--rollback drop index accounts.customers_customer_type_sort; drop index accounts.customers_status_sort; drop index accounts.customers_created_at_sort;
--rollback alter table accounts.customers drop column company_sort; create index customers_company_name_sort on accounts.customers (lower(company_name), id);
