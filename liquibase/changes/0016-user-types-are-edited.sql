--liquibase formatted sql

--changeset warp:0016-user-types-are-edited
--comment: User types hold at every customer, so only who has authority on the platform writes them, whatever the application believes. Everybody reads them: each request is decided by them.
alter table auth.user_types enable row level security;
alter table auth.user_types force row level security;
alter table auth.user_type_permissions enable row level security;
alter table auth.user_type_permissions force row level security;
create policy owner_migrates on auth.user_types to warp_owner using (true) with check (true);
create policy owner_migrates on auth.user_type_permissions to warp_owner using (true) with check (true);
create policy everybody_reads on auth.user_types for select to warp_app using (true);
create policy everybody_reads on auth.user_type_permissions for select to warp_app using (true);
create policy platform_adds on auth.user_types for insert to warp_app with check (
  (select exists (select from auth.caller_on_platform)));
create policy platform_changes on auth.user_types for update to warp_app
  using ((select exists (select from auth.caller_on_platform)))
  with check ((select exists (select from auth.caller_on_platform)));
create policy platform_removes on auth.user_types for delete to warp_app using (
  (select exists (select from auth.caller_on_platform)));
create policy platform_adds on auth.user_type_permissions for insert to warp_app with check (
  (select exists (select from auth.caller_on_platform)));
create policy platform_removes on auth.user_type_permissions for delete to warp_app using (
  (select exists (select from auth.caller_on_platform)));
grant insert, update, delete on auth.user_types to warp_app;
grant insert, delete on auth.user_type_permissions to warp_app;
create index users_of_type on auth.users (user_type_id) where user_type_id is not null;
create index user_customer_access_of_type on auth.user_customer_access (user_type_id) where user_type_id is not null;
create index user_invitations_of_type on auth.user_invitations (user_type_id);
--rollback drop index auth.user_invitations_of_type; drop index auth.user_customer_access_of_type; drop index auth.users_of_type;
--rollback revoke insert, delete on auth.user_type_permissions from warp_app; revoke insert, update, delete on auth.user_types from warp_app;
--rollback drop policy platform_removes on auth.user_type_permissions; drop policy platform_adds on auth.user_type_permissions;
--rollback drop policy platform_removes on auth.user_types; drop policy platform_changes on auth.user_types; drop policy platform_adds on auth.user_types;
--rollback drop policy everybody_reads on auth.user_type_permissions; drop policy everybody_reads on auth.user_types;
--rollback drop policy owner_migrates on auth.user_type_permissions; drop policy owner_migrates on auth.user_types;
--rollback alter table auth.user_type_permissions no force row level security; alter table auth.user_type_permissions disable row level security;
--rollback alter table auth.user_types no force row level security; alter table auth.user_types disable row level security;
