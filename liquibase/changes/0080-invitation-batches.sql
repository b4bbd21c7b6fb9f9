--liquibase formatted sql

--changeset warp:0080-invitation-batches
--comment: What was uploaded to invite many people at once, row by row as it was written, with what became of each. Rows are taken in their order under the lock of their batch, so that their count tells how far it is, and a transaction that dies leaves them to the next one.
create table auth.invitation_batches (
  id uuid not null,
  customer_id uuid not null,
  uploaded_by uuid not null,
  uploaded_by_name text not null,
  status text not null,
  row_count integer not null,
  processed integer not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz,
  constraint invitation_batches_pk primary key (id),
  constraint invitation_batches_of_customer unique (customer_id, id),
  constraint invitation_batches_customer_fk foreign key (customer_id) references accounts.customers,
  constraint invitation_batches_uploaded_by_fk foreign key (uploaded_by) references auth.users,
  constraint invitation_batches_status_known check (status in ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED')),
  constraint invitation_batches_finish_whole check ((status in ('QUEUED', 'RUNNING')) = (finished_at is null)),
  constraint invitation_batches_progress check (processed between 0 and row_count)
);
alter table auth.invitation_batches enable row level security;
alter table auth.invitation_batches force row level security;
create index invitation_batches_open on auth.invitation_batches (created_at) where finished_at is null;
create index invitation_batches_finished on auth.invitation_batches (finished_at) where finished_at is not null;

create table auth.invitation_batch_rows (
  batch_id uuid not null,
  customer_id uuid not null,
  row_number integer not null,
  email text not null,
  user_type text not null,
  role text not null,
  message text not null,
  expires_in_days text not null,
  code text,
  field text,
  invitation_id uuid,
  constraint invitation_batch_rows_pk primary key (customer_id, batch_id, row_number),
  constraint invitation_batch_rows_batch_fk foreign key (customer_id, batch_id)
    references auth.invitation_batches (customer_id, id) on delete cascade,
  constraint invitation_batch_rows_invited check ((code is not distinct from 'INVITED') = (invitation_id is not null))
);
alter table auth.invitation_batch_rows enable row level security;
alter table auth.invitation_batch_rows force row level security;


create policy owner_migrates on auth.invitation_batches to warp_owner using (true) with check (true);
create policy owner_migrates on auth.invitation_batch_rows to warp_owner using (true) with check (true);

create policy caller_reads on auth.invitation_batches for select to warp_app using (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = invitation_batches.customer_id));
create policy caller_adds on auth.invitation_batches for insert to warp_app with check (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = invitation_batches.customer_id));
create policy caller_changes on auth.invitation_batches for update to warp_app
  using (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = invitation_batches.customer_id))
  with check (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = invitation_batches.customer_id));
create policy caller_reads on auth.invitation_batch_rows for select to warp_app using (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = invitation_batch_rows.customer_id));
create policy caller_adds on auth.invitation_batch_rows for insert to warp_app with check (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = invitation_batch_rows.customer_id));
create policy caller_changes on auth.invitation_batch_rows for update to warp_app
  using (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = invitation_batch_rows.customer_id))
  with check (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = invitation_batch_rows.customer_id));

-- The job only finds batches, and ends those whose uploader may not go on: it invites in the uploader's own scope.
create policy job_reads on auth.invitation_batches for select to warp_app using (
  (select current_setting('warp.job', true)) in ('invitation-bulk', 'invitation-cleanup'));
-- A row is locked before it is removed, and a lock counts as a change.
create policy job_changes on auth.invitation_batches for update to warp_app
  using ((select current_setting('warp.job', true)) in ('invitation-bulk', 'invitation-cleanup'))
  with check ((select current_setting('warp.job', true)) = 'invitation-bulk');
create policy job_removes on auth.invitation_batches for delete to warp_app using (
  (select current_setting('warp.job', true)) = 'invitation-cleanup');
create policy job_reads on auth.invitation_batch_rows for select to warp_app using (
  (select current_setting('warp.job', true)) = 'invitation-bulk');
create policy job_changes on auth.invitation_batch_rows for update to warp_app
  using ((select current_setting('warp.job', true)) = 'invitation-bulk')
  with check ((select current_setting('warp.job', true)) = 'invitation-bulk');
create policy bulk_job_adds on audit.events for insert to warp_app with check (
  (select current_setting('warp.job', true)) = 'invitation-bulk');

grant select, insert, delete on auth.invitation_batches to warp_app;
grant update (status, processed, finished_at) on auth.invitation_batches to warp_app;
grant select, insert on auth.invitation_batch_rows to warp_app;
grant update (code, field, invitation_id) on auth.invitation_batch_rows to warp_app;
--rollback drop policy bulk_job_adds on audit.events;
--rollback drop table auth.invitation_batch_rows; drop table auth.invitation_batches;
