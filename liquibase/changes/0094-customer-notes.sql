--liquibase formatted sql

--changeset warp:0094-customer-notes
--comment: What the operator's staff writes down about a customer. A permission on /v1/customers/* covers whatever lies beneath it, and a customer's people hold such; so the policies ask for staff besides the grant: notes are never the customer's own.
create table accounts.customer_notes (
  id uuid not null,
  customer_id uuid not null,
  kind text not null,
  text text not null,
  author_id uuid not null,
  author_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  constraint customer_notes_pk primary key (id),
  constraint customer_notes_customer_fk foreign key (customer_id) references accounts.customers,
  constraint customer_notes_author_fk foreign key (author_id) references auth.users,
  constraint customer_notes_kind_known check (kind in ('GENERAL', 'SUPPORT', 'SALES', 'BILLING', 'TECHNICAL')),
  constraint customer_notes_text_length check (length(text) between 1 and 10000)
);
alter table accounts.customer_notes enable row level security;
alter table accounts.customer_notes force row level security;
create index customer_notes_newest on accounts.customer_notes (customer_id, created_at desc, id desc);

-- One row if the caller is an active person of the operator's staff.
create view auth.caller_of_staff with (security_barrier) as
select c.user_id from auth.caller c where c.user_type_id is not null;
grant select on auth.caller_of_staff to warp_app;

create policy owner_migrates on accounts.customer_notes to warp_owner using (true) with check (true);
create policy staff_reads on accounts.customer_notes for select to warp_app using (
  (select exists (select from auth.caller_unrestricted))
  or ((select exists (select from auth.caller_of_staff))
    and (select true from auth.caller_customers c where c.customer_id = customer_notes.customer_id)));
create policy staff_adds on accounts.customer_notes for insert to warp_app with check (
  (select exists (select from auth.caller_unrestricted))
  or ((select exists (select from auth.caller_of_staff))
    and (select true from auth.caller_customers c where c.customer_id = customer_notes.customer_id)));
create policy staff_changes on accounts.customer_notes for update to warp_app
  using (
    (select exists (select from auth.caller_unrestricted))
    or ((select exists (select from auth.caller_of_staff))
      and (select true from auth.caller_customers c where c.customer_id = customer_notes.customer_id)))
  with check (
    (select exists (select from auth.caller_unrestricted))
    or ((select exists (select from auth.caller_of_staff))
      and (select true from auth.caller_customers c where c.customer_id = customer_notes.customer_id)));
create policy staff_removes on accounts.customer_notes for delete to warp_app using (
  (select exists (select from auth.caller_unrestricted))
  or ((select exists (select from auth.caller_of_staff))
    and (select true from auth.caller_customers c where c.customer_id = customer_notes.customer_id)));
grant select, insert, delete on accounts.customer_notes to warp_app;
grant update (kind, text, updated_at, version) on accounts.customer_notes to warp_app;
--rollback drop table accounts.customer_notes; drop view auth.caller_of_staff;
