--liquibase formatted sql

--changeset warp:0022-deactivation-ends-sessions
--comment: A person who is deactivated loses their sessions for good: let in again, they sign in again, and no token from before comes back to life.
alter table auth.sessions drop constraint sessions_end_reason_known;
alter table auth.sessions add constraint sessions_end_reason_known
  check (end_reason in ('LOGOUT', 'REUSED_TOKEN', 'EXPIRED', 'DEACTIVATED'));
--rollback update auth.sessions set end_reason = 'LOGOUT' where end_reason = 'DEACTIVATED';
--rollback alter table auth.sessions drop constraint sessions_end_reason_known;
--rollback alter table auth.sessions add constraint sessions_end_reason_known check (end_reason in ('LOGOUT', 'REUSED_TOKEN', 'EXPIRED'));
