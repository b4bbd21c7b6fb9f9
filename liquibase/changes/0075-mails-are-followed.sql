--liquibase formatted sql

--changeset warp:0075-mails-are-followed
--comment: What happens to a mail is kept in order, also after the relay has it: it is delivered, comes back, is called spam. Those who administer a customer see its mails, and take up again what was given up.
alter table notification.outbox add column queued_at timestamptz not null default now();
update notification.outbox set queued_at = created_at;
alter table notification.outbox drop constraint outbox_status_known;
alter table notification.outbox add constraint outbox_status_known
  check (status in ('QUEUED', 'SENT', 'DELIVERED', 'BOUNCED', 'CANCELLED', 'DEAD'));
create index outbox_about on notification.outbox (subject_id);
create index outbox_dead on notification.outbox (finished_at desc, id desc) where status = 'DEAD';
create index outbox_dead_of_customer on notification.outbox (customer_id) where status = 'DEAD';
create policy caller_reads on notification.outbox for select to warp_app using (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = outbox.customer_id));
create policy caller_changes on notification.outbox for update to warp_app
  using (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = outbox.customer_id))
  with check (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = outbox.customer_id));

create table notification.mail_events (
  id uuid not null,
  customer_id uuid not null,
  mail_id uuid not null,
  kind text not null,
  reason text,
  source_id text,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  constraint mail_events_pk primary key (id),
  constraint mail_events_mail_fk foreign key (mail_id) references notification.outbox on delete cascade,
  constraint mail_events_kind_known check (kind in
    ('QUEUED', 'SENT', 'PROCESSED', 'DEFERRED', 'DELIVERED', 'BOUNCED', 'FAILED', 'COMPLAINED', 'UNSUBSCRIBED')),
  constraint mail_events_told_once unique (mail_id, source_id)
);
comment on column notification.mail_events.source_id is 'How the provider or the report outside names it, so that it counts once; null for what WARP itself did.';
alter table notification.mail_events enable row level security;
alter table notification.mail_events force row level security;
create index mail_events_of_mail on notification.mail_events (customer_id, mail_id, happened_at);
create policy owner_migrates on notification.mail_events to warp_owner using (true) with check (true);
create policy caller_reads on notification.mail_events for select to warp_app using (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = mail_events.customer_id));
create policy caller_adds on notification.mail_events for insert to warp_app with check (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = mail_events.customer_id));
create policy job_reads on notification.mail_events for select to warp_app using (
  (select current_setting('warp.job', true)) = 'mail-delivery');
create policy job_adds on notification.mail_events for insert to warp_app with check (
  (select current_setting('warp.job', true)) = 'mail-delivery');
grant select, insert on notification.mail_events to warp_app;
--rollback drop table notification.mail_events;
--rollback drop policy caller_changes on notification.outbox; drop policy caller_reads on notification.outbox;
--rollback drop index notification.outbox_dead_of_customer; drop index notification.outbox_dead; drop index notification.outbox_about;
--rollback update notification.outbox set status = case status when 'DELIVERED' then 'SENT' when 'BOUNCED' then 'DEAD' else status end;
--rollback alter table notification.outbox drop constraint outbox_status_known;
--rollback alter table notification.outbox add constraint outbox_status_known check (status in ('QUEUED', 'SENT', 'CANCELLED', 'DEAD'));
--rollback alter table notification.outbox drop column queued_at;
