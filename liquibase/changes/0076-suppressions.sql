--liquibase formatted sql

--changeset warp:0076-suppressions
--comment: Addresses that get no more mail. That an address bounced or said "never again" is true at every customer and told to none: the delivery reads it, whoever has authority on the platform sees and lifts it, and the bearer of a link adds the one address that it was sent to.
create table notification.suppressions (
  id uuid not null,
  address text not null,
  reason text not null,
  created_at timestamptz not null,
  constraint suppressions_pk primary key (id),
  constraint suppressions_one_each unique (address),
  constraint suppressions_reason_known check (reason in ('BOUNCED', 'COMPLAINED', 'NEVER_AGAIN')),
  constraint suppressions_address_normalised check (address = lower(address))
);
alter table notification.suppressions enable row level security;
alter table notification.suppressions force row level security;
create index suppressions_newest on notification.suppressions (created_at desc, id desc);
create policy owner_migrates on notification.suppressions to warp_owner using (true) with check (true);
create policy platform_reads on notification.suppressions for select to warp_app using (
  (select exists (select from auth.caller_on_platform)));
-- A row is locked before it is removed, and a lock counts as a change.
create policy platform_locks on notification.suppressions for update to warp_app
  using ((select exists (select from auth.caller_on_platform)))
  with check (false);
create policy platform_removes on notification.suppressions for delete to warp_app using (
  (select exists (select from auth.caller_on_platform)));
create policy bearer_adds on notification.suppressions for insert to warp_app with check (
  reason = 'NEVER_AGAIN'
  and address = (select i.email_normalised from auth.user_invitations i
                 where i.id = (select b.invitation_id from auth.bearer_invitation b)));
create policy job_reads on notification.suppressions for select to warp_app using (
  (select current_setting('warp.job', true)) = 'mail-delivery');
create policy job_adds on notification.suppressions for insert to warp_app with check (
  (select current_setting('warp.job', true)) = 'mail-delivery');
grant select, insert, update, delete on notification.suppressions to warp_app;
--rollback drop table notification.suppressions;
