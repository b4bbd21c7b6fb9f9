--liquibase formatted sql

--changeset warp:0006-sessions
--comment: A session is a family of refresh tokens, of which only hashes are kept and each works once.
create table auth.sessions (
  id uuid not null,
  user_id uuid not null,
  opened_at timestamptz not null,
  last_used_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  constraint sessions_pk primary key (id),
  constraint sessions_user_fk foreign key (user_id) references auth.users,
  constraint sessions_end_reason_known check (end_reason in ('LOGOUT', 'REUSED_TOKEN', 'EXPIRED')),
  constraint sessions_end_whole check ((ended_at is null) = (end_reason is null))
);
create index sessions_of_user on auth.sessions (user_id) where ended_at is null;
create index sessions_idle on auth.sessions (last_used_at);

create table auth.refresh_tokens (
  token_hash bytea not null,
  session_id uuid not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint refresh_tokens_pk primary key (token_hash),
  constraint refresh_tokens_session_fk foreign key (session_id) references auth.sessions on delete cascade
);
create index refresh_tokens_of_session on auth.refresh_tokens (session_id);
grant select, insert, update, delete on auth.sessions, auth.refresh_tokens to warp_app;
--rollback drop table auth.refresh_tokens; drop table auth.sessions;
