--liquibase formatted sql

--changeset warp:0101-people-are-expected
--comment: Whoever holds everything adds colleagues before they come in. Nobody else adds people, and nobody binds an account to an identity but that identity's own sign-in.
create policy caller_adds on auth.users for insert to warp_app with check (
  kind = 'PERSON' and issuer is null and last_sign_in_at is null and user_type_id is not null
  and (select exists (select from auth.caller_unrestricted)));
insert into auth.permission_metadata (http_method, resource_path, category, display_name, description, sort_order) values
  ('POST', '/v1/admin/users', 'Users', 'Add a user', 'Add a person of the operator''s staff, who comes in by their verified address.', 405);
--rollback delete from auth.permission_metadata where http_method = 'POST' and resource_path = '/v1/admin/users';
--rollback drop policy caller_adds on auth.users;
