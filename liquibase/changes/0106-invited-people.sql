--liquibase formatted sql

--changeset warp:0106-invited-people splitStatements:false rollbackSplitStatements:false
--comment: Who was only ever invited has no account: an address is all there is to ask by. Whoever holds everything exports what is kept of it and has it forgotten, in one transaction and by the parts that an account's erasure consists of. Nobody gets an account with the address meanwhile. What requests that were under way write about invitations of somebody who has been erased is swept away.
create index user_invitations_erased on auth.user_invitations (id) where email_normalised like 'erased-%@erased.invalid';

-- As they are given, and as they are written in invitations: a domain may be written in letters that no normalised one has.
create function auth.spellings_of(addresses text[]) returns text[]
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select array(
    select lower(a) from unnest(addresses) a
    union
    select lower(i.email) from auth.user_invitations i where i.email_normalised = any (addresses)
    order by 1)
$$;

-- Whose address it is, or was when they accepted an invitation: who has an account is exported and erased by its id.
create function auth.account_of(addresses text[]) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from auth.caller_unrestricted) then
    raise insufficient_privilege using message = 'Whose an address is, is for who holds everything';
  end if;
  return (
    select a.id from (
      select u.id, 1 as place, u.created_at as at from auth.users u where u.email_normalised = any (addresses)
      union all
      select u.id, 2, i.closed_at from auth.user_invitations i join auth.users u on u.id = i.closed_by
      where i.status = 'ACCEPTED' and i.email_normalised = any (addresses)) a
    order by a.place, a.at desc limit 1);
end $$;

create function auth.personal_data_of_address(
    addresses text[], section text, after_at timestamptz, after_id uuid, most integer)
  returns table (at timestamptz, id uuid, item jsonb)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from auth.caller_unrestricted) then
    raise insufficient_privilege using message = 'Personal data of an address is for who holds everything';
  end if;
  return query select k.at, k.id, k.item
    from auth.kept_of(null, auth.spellings_of(addresses), section, after_at, after_id, most) k;
end $$;

-- What became of it, as auth.erase_person tells; or one row alone, 'address.has_account' with the account: nothing is
-- changed then.
create function auth.erase_address(addresses text[], pseudonym uuid, by_person uuid)
  returns table (customer_id uuid, action text, subject_type text, subject_id uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  spellings text[] := auth.spellings_of(addresses);
  held record;
  account uuid;
begin
  if not exists (select from auth.caller_unrestricted c where c.user_id = by_person) then
    raise insufficient_privilege using message = 'Addresses are erased by who holds everything';
  end if;

  held := auth.hold_traces(null, spellings);
  -- As whoever makes an account with an address, who has locked its invitation before.
  perform pg_advisory_xact_lock(hashtextextended('warp.address.' || s, 0)) from unnest(spellings) s;
  account := auth.account_of(spellings);
  if account is not null then
    return query select null::uuid, 'address.has_account', 'user', account;
    return;
  end if;

  return query select * from auth.revoke_of_erased(held.received, by_person);
  return query select * from auth.forget_addresses(
    spellings, held.received, held.uploads, format('erased-%s@erased.invalid', pseudonym));
end $$;

-- What mail servers said, and from where a link was opened.
create function auth.forget_late_news() returns integer
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  erased uuid[] := array(
    select i.id from auth.user_invitations i where i.email_normalised like 'erased-%@erased.invalid');
  changed integer;
  forgotten integer := 0;
begin
  update notification.mail_events e set reason = null
  from notification.outbox o where o.id = e.mail_id and o.subject_id = any (erased) and e.reason is not null;
  get diagnostics changed = row_count; forgotten := forgotten + changed;
  update notification.outbox o set last_error = null where o.subject_id = any (erased) and o.last_error is not null;
  get diagnostics changed = row_count; forgotten := forgotten + changed;
  update auth.user_invitations i set delivery_error = null, version = i.version + 1
  where i.id = any (erased) and i.delivery_error is not null;
  get diagnostics changed = row_count; forgotten := forgotten + changed;
  delete from audit.personal_values v where v.about = any (erased);
  get diagnostics changed = row_count; forgotten := forgotten + changed;
  return forgotten;
end $$;

create or replace function auth.forget_traces_of_erased() returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('warp.job', true) is distinct from 'erasure-sweep' then
    raise insufficient_privilege using message = 'This is the job''s';
  end if;
  return auth.forget_late_news() + (select coalesce(sum(auth.forget_traces(u.id)), 0) from auth.users u
          where u.erased_at > now() - interval '2 days');
end $$;

revoke all on function auth.spellings_of(text[]), auth.account_of(text[]),
  auth.personal_data_of_address(text[], text, timestamptz, uuid, integer), auth.erase_address(text[], uuid, uuid),
  auth.forget_late_news() from public;
grant execute on function auth.account_of(text[]),
  auth.personal_data_of_address(text[], text, timestamptz, uuid, integer), auth.erase_address(text[], uuid, uuid)
  to warp_app;

insert into auth.permission_metadata (http_method, resource_path, category, display_name, description, sort_order) values
  ('POST', '/v1/admin/personal-data/export', 'Users', 'Export personal data of an address',
    'Export all that is kept of an address without an account.', 472),
  ('POST', '/v1/admin/personal-data/erase', 'Users', 'Erase an address',
    'Forget an address without an account for good.', 482);
--rollback delete from auth.user_type_permissions where resource_path in ('/v1/admin/personal-data/export', '/v1/admin/personal-data/erase');
--rollback delete from auth.permission_metadata where resource_path in ('/v1/admin/personal-data/export', '/v1/admin/personal-data/erase');
--rollback create or replace function auth.forget_traces_of_erased() returns integer
--rollback   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
--rollback begin
--rollback   if current_setting('warp.job', true) is distinct from 'erasure-sweep' then
--rollback     raise insufficient_privilege using message = 'This is the job''s';
--rollback   end if;
--rollback   return (select coalesce(sum(auth.forget_traces(u.id)), 0) from auth.users u
--rollback           where u.erased_at > now() - interval '2 days');
--rollback end $$;
--rollback drop function auth.forget_late_news(); drop function auth.erase_address(text[], uuid, uuid);
--rollback drop function auth.personal_data_of_address(text[], text, timestamptz, uuid, integer);
--rollback drop function auth.account_of(text[]); drop function auth.spellings_of(text[]);
--rollback drop index auth.user_invitations_erased;
