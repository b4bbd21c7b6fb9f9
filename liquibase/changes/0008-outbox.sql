--liquibase formatted sql

--changeset warp:0008-outbox
--comment: Mails to send, written with the business change; they name their subject and hold no secret.
create table notification.outbox (
  id uuid not null,
  customer_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  status text not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  last_error text,
  constraint outbox_pk primary key (id),
  constraint outbox_customer_fk foreign key (customer_id) references accounts.customers,
  constraint outbox_kind_known check (kind in ('INVITATION', 'WELCOME')),
  constraint outbox_status_known check (status in ('QUEUED', 'SENT', 'CANCELLED', 'DEAD')),
  constraint outbox_finish_whole check ((status = 'QUEUED') = (finished_at is null))
);
alter table notification.outbox enable row level security;
alter table notification.outbox force row level security;
create index outbox_due on notification.outbox (next_attempt_at) where status = 'QUEUED';
create index outbox_of_customer on notification.outbox (customer_id, created_at);
grant select, insert, update on notification.outbox to warp_app;
--rollback drop table notification.outbox;
