--liquibase formatted sql

--changeset warp:0060-idempotency-keys
--comment: A key that a caller has used is written with the change that it led to, so that both are there or neither, and whoever uses it again at the same time waits for the first. Hashes only: a key may be anything that its caller can think of. Nobody reaches a key that another account used.
create table auth.idempotency_keys (
  customer_id uuid not null,
  actor_id uuid not null,
  key_hash bytea not null,
  operation text not null,
  fingerprint bytea not null,
  result_id uuid,
  used_at timestamptz not null,
  constraint idempotency_keys_pk primary key (customer_id, actor_id, key_hash),
  constraint idempotency_keys_customer_fk foreign key (customer_id) references accounts.customers,
  constraint idempotency_keys_actor_fk foreign key (actor_id) references auth.users,
  constraint idempotency_keys_key_hash_length check (length(key_hash) = 32),
  constraint idempotency_keys_fingerprint_length check (length(fingerprint) = 32)
);
alter table auth.idempotency_keys enable row level security;
alter table auth.idempotency_keys force row level security;
create index idempotency_keys_used on auth.idempotency_keys (used_at);
create policy owner_migrates on auth.idempotency_keys to warp_owner using (true) with check (true);

create policy caller_reads on auth.idempotency_keys for select to warp_app using (
  actor_id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
  and ((select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = idempotency_keys.customer_id)));
create policy caller_adds on auth.idempotency_keys for insert to warp_app with check (
  actor_id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
  and ((select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = idempotency_keys.customer_id)));
create policy caller_changes on auth.idempotency_keys for update to warp_app
  using (
    actor_id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
    and ((select exists (select from auth.caller_unrestricted))
      or (select true from auth.caller_customers c where c.customer_id = idempotency_keys.customer_id)))
  with check (
    actor_id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
    and ((select exists (select from auth.caller_unrestricted))
      or (select true from auth.caller_customers c where c.customer_id = idempotency_keys.customer_id)));
create policy job_reads on auth.idempotency_keys for select to warp_app using (
  (select current_setting('warp.job', true)) = 'idempotency-cleanup');
-- A row is locked before it is removed, and a lock counts as a change.
create policy job_changes on auth.idempotency_keys for update to warp_app
  using ((select current_setting('warp.job', true)) = 'idempotency-cleanup')
  with check ((select current_setting('warp.job', true)) = 'idempotency-cleanup');
create policy job_removes on auth.idempotency_keys for delete to warp_app using (
  (select current_setting('warp.job', true)) = 'idempotency-cleanup');
grant select, insert, delete on auth.idempotency_keys to warp_app;
grant update (operation, fingerprint, result_id, used_at) on auth.idempotency_keys to warp_app;
--rollback drop table auth.idempotency_keys;
