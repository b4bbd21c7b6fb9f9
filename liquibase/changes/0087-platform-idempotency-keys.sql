--liquibase formatted sql

--changeset warp:0087-platform-idempotency-keys
--comment: Keys of requests that are at no customer, such as the creation of one. As those at a customer: written with the effect, hashes only, and nobody reaches another account's.
create table auth.platform_idempotency_keys (
  actor_id uuid not null,
  key_hash bytea not null,
  operation text not null,
  fingerprint bytea not null,
  result_id uuid,
  used_at timestamptz not null,
  constraint platform_idempotency_keys_pk primary key (actor_id, key_hash),
  constraint platform_idempotency_keys_actor_fk foreign key (actor_id) references auth.users,
  constraint platform_idempotency_keys_key_hash_length check (length(key_hash) = 32),
  constraint platform_idempotency_keys_fingerprint_length check (length(fingerprint) = 32)
);
alter table auth.platform_idempotency_keys enable row level security;
alter table auth.platform_idempotency_keys force row level security;
create index platform_idempotency_keys_used on auth.platform_idempotency_keys (used_at);
create policy owner_migrates on auth.platform_idempotency_keys to warp_owner using (true) with check (true);

create policy caller_reads on auth.platform_idempotency_keys for select to warp_app using (
  actor_id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
  and (select exists (select from auth.caller_on_platform)));
create policy caller_adds on auth.platform_idempotency_keys for insert to warp_app with check (
  actor_id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
  and (select exists (select from auth.caller_on_platform)));
create policy caller_changes on auth.platform_idempotency_keys for update to warp_app
  using (
    actor_id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
    and (select exists (select from auth.caller_on_platform)))
  with check (
    actor_id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
    and (select exists (select from auth.caller_on_platform)));
create policy job_reads on auth.platform_idempotency_keys for select to warp_app using (
  (select current_setting('warp.job', true)) = 'idempotency-cleanup');
-- A row is locked before it is removed, and a lock counts as a change.
create policy job_changes on auth.platform_idempotency_keys for update to warp_app
  using ((select current_setting('warp.job', true)) = 'idempotency-cleanup')
  with check ((select current_setting('warp.job', true)) = 'idempotency-cleanup');
create policy job_removes on auth.platform_idempotency_keys for delete to warp_app using (
  (select current_setting('warp.job', true)) = 'idempotency-cleanup');
grant select, insert, delete on auth.platform_idempotency_keys to warp_app;
grant update (operation, fingerprint, result_id, used_at) on auth.platform_idempotency_keys to warp_app;
--rollback drop table auth.platform_idempotency_keys;
