--liquibase formatted sql

--changeset warp:0040-service-accounts
--comment: What calls with an API key is an account like a person's, so that every wall and every decision treats both alike. It has no address, so no sign-in and no invitation ever leads to it, and holds nothing on the platform.
alter table auth.users add column kind text not null default 'PERSON';
alter table auth.users alter column email drop not null;
alter table auth.users alter column email_normalised drop not null;
alter table auth.users add constraint users_kind_known check (kind in ('PERSON', 'SERVICE'));
alter table auth.users add constraint users_people_have_addresses
  check ((kind = 'PERSON') = (email is not null) and (email is null) = (email_normalised is null));
alter table auth.users add constraint users_services_hold_nothing_else
  check (kind = 'PERSON' or (issuer is null and user_type_id is null and last_sign_in_at is null));
--rollback delete from auth.user_invitations i using auth.users u where u.id = i.invited_by and u.kind = 'SERVICE';
--rollback update auth.user_customer_access g set granted_by = null from auth.users u where u.id = g.granted_by and u.kind = 'SERVICE';
--rollback update auth.user_invitations i set closed_by = null from auth.users u where u.id = i.closed_by and u.kind = 'SERVICE';
--rollback delete from auth.user_customer_access g using auth.users u where u.id = g.user_id and u.kind = 'SERVICE';
--rollback delete from auth.users where kind = 'SERVICE';
--rollback alter table auth.users drop constraint users_services_hold_nothing_else;
--rollback alter table auth.users drop constraint users_people_have_addresses;
--rollback alter table auth.users drop column kind;
--rollback alter table auth.users alter column email_normalised set not null; alter table auth.users alter column email set not null;
