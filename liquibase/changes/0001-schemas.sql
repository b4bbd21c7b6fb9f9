--liquibase formatted sql

--changeset warp:0001-schemas
--comment: A schema per area. Nothing is granted by default; each table grants the application what it needs. The extension stays at a rollback: it may have been there before, and be somebody else's.
create extension if not exists pg_trgm;
create schema auth;
create schema accounts;
create schema notification;
create schema audit;
-- A node that does not migrate itself looks up whether a job has.
grant usage on schema public to warp_app;
grant select on public.databasechangelog to warp_app;
grant usage on schema auth, accounts, notification, audit to warp_app;
--rollback revoke all on public.databasechangelog from warp_app; revoke all on schema public from warp_app; drop schema audit; drop schema notification; drop schema accounts; drop schema auth;
