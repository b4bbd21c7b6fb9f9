--liquibase formatted sql

--changeset warp:0102-personal-values splitStatements:false
--comment: What names a person stands beside the audit log, and the log holds a token in its place, which the hashes cover. So it can be forgotten and the chains still hold. A token is the hash of the value with a salt: while both are there, it proves the value. Values go with the month of the events that show them.
create table audit.personal_values (
  token text not null,
  customer_id uuid,
  about uuid not null,
  month date not null,
  value text not null,
  salt uuid not null,
  constraint personal_values_pk primary key (token)
);
comment on column audit.personal_values.about is 'The account, or the invitation or suppression of an address without one.';
alter table audit.personal_values enable row level security;
alter table audit.personal_values force row level security;
create index personal_values_of_customer on audit.personal_values (customer_id, about, month);
create index personal_values_about on audit.personal_values (about);
create index personal_values_value on audit.personal_values (md5(lower(value)));
create index personal_values_month on audit.personal_values (month);
create policy owner_migrates on audit.personal_values to warp_owner using (true) with check (true);
-- As the events that show them.
create policy caller_reads on audit.personal_values for select to warp_app using (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = personal_values.customer_id));
grant select on audit.personal_values to warp_app;

-- The token to write in place of the value. Of two transactions that need the same for the first time each makes its own: nobody waits.
create function audit.keep_apart(of_customer uuid, of_whom uuid, personal text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  this_month date := date_trunc('month', now() at time zone 'UTC')::date;
  known text;
  fresh uuid := gen_random_uuid();
begin
  if of_customer is null then
    select v.token into known from audit.personal_values v
    where v.customer_id is null and v.about = of_whom and v.month = this_month and v.value = personal limit 1;
  else
    select v.token into known from audit.personal_values v
    where v.customer_id = of_customer and v.about = of_whom and v.month = this_month and v.value = personal limit 1;
  end if;
  if known is null then
    insert into audit.personal_values (token, customer_id, about, month, value, salt)
    values ('personal:' || encode(sha256(convert_to(fresh || personal, 'UTF8')), 'hex'),
      of_customer, of_whom, this_month, personal, fresh)
    returning token into known;
  end if;
  return known;
end $$;

-- What is still known of the tokens of an event, with the reach of the caller: {token: {value, salt}}.
create function audit.values_of(address text, details jsonb) returns jsonb
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_object_agg(v.token, jsonb_build_object('value', v.value, 'salt', v.salt)), '{}')
  from audit.personal_values v
  where v.token = any (array(
    select address where address like 'personal:%'
    union all
    select d.value from jsonb_each_text(details) d where d.value like 'personal:%'))
$$;

alter function audit.drop_events_before(date) rename to drop_chained_events_before;
-- For the owner, as the end of retention: whole months before the one of this day, with what they show of people.
create function audit.drop_events_before(day date) returns bigint
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  dropped bigint := audit.drop_chained_events_before(day);
begin
  delete from audit.personal_values where month < date_trunc('month', day::timestamp);
  return dropped;
end $$;
revoke all on function audit.keep_apart(uuid, uuid, text), audit.values_of(text, jsonb), audit.drop_events_before(date)
  from public;
grant execute on function audit.keep_apart(uuid, uuid, text), audit.values_of(text, jsonb) to warp_app;
--rollback drop function audit.drop_events_before(date);
--rollback alter function audit.drop_chained_events_before(date) rename to drop_events_before;
--rollback drop function audit.values_of(text, jsonb); drop function audit.keep_apart(uuid, uuid, text); drop table audit.personal_values;
