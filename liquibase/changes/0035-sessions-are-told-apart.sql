--liquibase formatted sql

--changeset warp:0035-sessions-are-told-apart
--comment: People see their own open sessions and end one or all of them, so they must know one from the other: what opened it, and from where. Unknown for sessions from before.
alter table auth.sessions add column user_agent text not null default '';
alter table auth.sessions add column address text not null default '';
alter table auth.sessions add constraint sessions_user_agent_short check (length(user_agent) <= 200);
alter table auth.sessions add constraint sessions_address_short check (length(address) <= 100);
alter table auth.sessions drop constraint sessions_end_reason_known;
alter table auth.sessions add constraint sessions_end_reason_known
  check (end_reason in ('LOGOUT', 'LOGOUT_EVERYWHERE', 'ENDED_REMOTELY', 'REUSED_TOKEN', 'EXPIRED', 'DEACTIVATED'));
create index sessions_opened on auth.sessions (opened_at);
--rollback drop index auth.sessions_opened;
--rollback update auth.sessions set end_reason = 'LOGOUT' where end_reason in ('LOGOUT_EVERYWHERE', 'ENDED_REMOTELY');
--rollback alter table auth.sessions drop constraint sessions_end_reason_known;
--rollback alter table auth.sessions add constraint sessions_end_reason_known check (end_reason in ('LOGOUT', 'REUSED_TOKEN', 'EXPIRED', 'DEACTIVATED'));
--rollback alter table auth.sessions drop constraint sessions_address_short;
--rollback alter table auth.sessions drop constraint sessions_user_agent_short;
--rollback alter table auth.sessions drop column address;
--rollback alter table auth.sessions drop column user_agent;
