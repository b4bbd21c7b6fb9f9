--liquibase formatted sql

--changeset warp:0009-audit-events
--comment: Append only: the application may insert and select, never update or delete.
create table audit.events (
  id bigint generated always as identity,
  occurred_at timestamptz not null default clock_timestamp(),
  customer_id uuid,
  actor_id uuid,
  actor text not null,
  action text not null,
  subject_type text not null,
  subject_id uuid,
  request_id text,
  address text,
  details jsonb not null default '{}',
  constraint events_pk primary key (id)
);
alter table audit.events enable row level security;
alter table audit.events force row level security;
create index events_of_customer on audit.events (customer_id, id);
grant select, insert on audit.events to warp_app;
--rollback drop table audit.events;
