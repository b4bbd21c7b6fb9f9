--liquibase formatted sql

--changeset warp:0041-api-keys splitStatements:false
--comment: A key is the credential of one service account with one grant, at its customer. Of the secret only the hash is kept. The database itself makes the account, ends it with the key and keeps it at its customer: the application may not write accounts.
create table auth.api_keys (
  id uuid not null,
  customer_id uuid not null,
  name text not null,
  prefix text not null,
  secret_hash bytea not null,
  created_at timestamptz not null,
  created_by uuid not null,
  created_by_name text not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  revoke_reason text,
  version bigint not null default 0,
  constraint api_keys_pk primary key (id),
  constraint api_keys_account_fk foreign key (id) references auth.users deferrable initially deferred,
  constraint api_keys_customer_fk foreign key (customer_id) references accounts.customers,
  constraint api_keys_created_by_fk foreign key (created_by) references auth.users,
  constraint api_keys_revoked_by_fk foreign key (revoked_by) references auth.users,
  constraint api_keys_secret_hash_unique unique (secret_hash),
  constraint api_keys_secret_hash_length check (length(secret_hash) = 32),
  constraint api_keys_name_length check (length(name) between 1 and 100),
  constraint api_keys_revoke_reason_length check (length(revoke_reason) <= 500),
  constraint api_keys_revocation_whole check ((revoked_at is null) = (revoked_by is null)),
  constraint api_keys_reason_of_revocation check (revoke_reason is null or revoked_at is not null)
);
alter table auth.api_keys enable row level security;
alter table auth.api_keys force row level security;
create index api_keys_newest on auth.api_keys (customer_id, created_at desc, id desc);
create policy owner_migrates on auth.api_keys to warp_owner using (true) with check (true);

-- The one account whose key is shown, as long as it may be used.
create view auth.bearer_key with (security_barrier) as
select k.id, k.last_used_at, u.display_name, g.user_type_id
from auth.api_keys k
join auth.users u on u.id = k.id
join auth.user_customer_access g on g.customer_id = k.customer_id and g.user_id = k.id
where k.secret_hash = (select decode(nullif(current_setting('warp.api_key', true), ''), 'hex'))
  and k.revoked_at is null and k.expires_at > clock_timestamp() and u.status = 'ACTIVE';
grant select on auth.bearer_key to warp_app;

create policy caller_reads on auth.api_keys for select to warp_app using (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = api_keys.customer_id));
create policy caller_adds on auth.api_keys for insert to warp_app with check (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = api_keys.customer_id));
create policy caller_changes on auth.api_keys for update to warp_app
  using (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = api_keys.customer_id))
  with check (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = api_keys.customer_id));
create policy bearer_reads on auth.api_keys for select to warp_app using (id = (select b.id from auth.bearer_key b));
create policy bearer_changes on auth.api_keys for update to warp_app
  using (id = (select b.id from auth.bearer_key b))
  with check (id = (select b.id from auth.bearer_key b));
grant select, insert on auth.api_keys to warp_app;
grant update (name, last_used_at, revoked_at, revoked_by, revoke_reason, version) on auth.api_keys to warp_app;

-- After the row, so that the policies have been asked. An account that exists is not taken over: its id is refused.
create function auth.keep_service_account() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into auth.users (id, kind, display_name, status, created_at)
    values (new.id, 'SERVICE', new.name, 'ACTIVE', new.created_at);
  elsif new.revoked_at is null then
    update auth.users set display_name = new.name where id = new.id;
  else
    update auth.users set status = 'INACTIVE' where id = new.id;
    delete from auth.user_customer_access where user_id = new.id;
  end if;
  return null;
end $$;
create trigger keep_service_account after insert or update of name, revoked_at on auth.api_keys
  for each row execute function auth.keep_service_account();

create function auth.confine_service_account() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from auth.users u where u.id = new.user_id and u.kind = 'SERVICE')
      and (new.role <> 'USER' or new.user_type_id is null
        or not exists (select from auth.api_keys k
          where k.id = new.user_id and k.customer_id = new.customer_id and k.revoked_at is null)) then
    raise exception 'A service account holds one user type, at its own customer, as USER'
      using errcode = 'check_violation', constraint = 'user_customer_access_service_account';
  end if;
  return null;
end $$;
create trigger confine_service_account after insert or update of customer_id, user_id, user_type_id, role
  on auth.user_customer_access for each row execute function auth.confine_service_account();
revoke all on function auth.keep_service_account(), auth.confine_service_account() from public;

-- Who forges every claim forges this one too.
create or replace function isolation.pose(stranger boolean) returns void
  language sql volatile set search_path = pg_catalog as $$
  select set_config('warp.user_id', case when stranger then gen_random_uuid()::text else '' end, true),
         set_config('warp.user_types',
           case when stranger then (select coalesce(array_agg(t.id), '{}')::text from auth.user_types t) else '' end, true),
         set_config('warp.invitation_token',
           case when stranger then encode(sha256(gen_random_uuid()::text::bytea), 'hex') else '' end, true),
         set_config('warp.api_key',
           case when stranger then encode(sha256(gen_random_uuid()::text::bytea), 'hex') else '' end, true),
         set_config('warp.job', case when stranger then 'stranger' else '' end, true)
$$;
--rollback create or replace function isolation.pose(stranger boolean) returns void
--rollback   language sql volatile set search_path = pg_catalog as $$
--rollback   select set_config('warp.user_id', case when stranger then gen_random_uuid()::text else '' end, true),
--rollback          set_config('warp.user_types',
--rollback            case when stranger then (select coalesce(array_agg(t.id), '{}')::text from auth.user_types t) else '' end, true),
--rollback          set_config('warp.invitation_token',
--rollback            case when stranger then encode(sha256(gen_random_uuid()::text::bytea), 'hex') else '' end, true),
--rollback          set_config('warp.job', case when stranger then 'stranger' else '' end, true)
--rollback $$;
--rollback drop trigger confine_service_account on auth.user_customer_access; drop trigger keep_service_account on auth.api_keys;
--rollback drop function auth.confine_service_account(); drop function auth.keep_service_account();
--rollback drop policy bearer_changes on auth.api_keys; drop policy bearer_reads on auth.api_keys;
--rollback drop view auth.bearer_key; drop table auth.api_keys;
