--liquibase formatted sql

--changeset warp:0065-invitation-settings
--comment: A customer's own terms of invitations. No row means the platform's defaults. Which invitations are pending is counted from an index alone; the id is in it because the policies ask for it.
create table auth.invitation_settings (
  customer_id uuid not null,
  default_days integer not null,
  longest_days integer not null,
  pending_limit integer not null,
  version bigint not null default 0,
  constraint invitation_settings_pk primary key (customer_id),
  constraint invitation_settings_customer_fk foreign key (customer_id) references accounts.customers,
  constraint invitation_settings_days check (default_days between 1 and longest_days and longest_days <= 90),
  constraint invitation_settings_pending_limit check (pending_limit >= 1)
);
alter table auth.invitation_settings enable row level security;
alter table auth.invitation_settings force row level security;
create policy owner_migrates on auth.invitation_settings to warp_owner using (true) with check (true);
create policy caller_reads on auth.invitation_settings for select to warp_app using (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = invitation_settings.customer_id));
create policy caller_adds on auth.invitation_settings for insert to warp_app with check (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = invitation_settings.customer_id));
create policy caller_changes on auth.invitation_settings for update to warp_app
  using (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = invitation_settings.customer_id))
  with check (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = invitation_settings.customer_id));
grant select, insert on auth.invitation_settings to warp_app;
grant update (default_days, longest_days, pending_limit, version) on auth.invitation_settings to warp_app;

create index user_invitations_pending on auth.user_invitations (customer_id, expires_at) include (id)
  where status = 'PENDING';
--rollback drop index auth.user_invitations_pending; drop table auth.invitation_settings;
