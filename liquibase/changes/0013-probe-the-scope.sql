--liquibase formatted sql

--changeset warp:0013-probe-the-scope
--comment: Policies probe the caller's grants row by row instead of hashing them all, so that a page costs the same for a person with 100,000 grants as with one. What does not differ from row to row is computed once. The planner knows who holds many grants, and newest invitations are found without a sort.
create view auth.caller with (security_barrier) as
select u.id as user_id, u.user_type_id
from auth.users u
where u.id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
  and u.status = 'ACTIVE';

create or replace view auth.caller_customers with (security_barrier) as
select g.customer_id
from auth.user_customer_access g
where g.user_id = (select c.user_id from auth.caller c)
  and coalesce(g.user_type_id, (select c.user_type_id from auth.caller c))
    = any ((select nullif(current_setting('warp.user_types', true), '')::uuid[])::uuid[]);

-- One row if the caller holds everything, or a platform type that permits the operation: authority over what is no customer's.
create view auth.caller_on_platform with (security_barrier) as
select c.user_id
from auth.caller c
where c.user_type_id = any ((select nullif(current_setting('warp.user_types', true), '')::uuid[])::uuid[])
union all
select r.user_id from auth.caller_unrestricted r;
grant select on auth.caller_on_platform to warp_app;

alter policy caller_reads on accounts.customers using (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = customers.id));
alter policy caller_reads on auth.user_customer_access using (
  user_id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
  or (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = user_customer_access.customer_id));
alter policy caller_reads on auth.user_invitations using (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = user_invitations.customer_id));
alter policy caller_changes on auth.user_invitations
  using (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = user_invitations.customer_id))
  with check (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = user_invitations.customer_id));

create index user_invitations_newest_of_all on auth.user_invitations (created_at desc, id desc);
alter table auth.user_customer_access alter column user_id set statistics 1000;
--rollback alter table auth.user_customer_access alter column user_id set statistics -1; drop index auth.user_invitations_newest_of_all;
--rollback alter policy caller_changes on auth.user_invitations using (exists (select from auth.caller_unrestricted) or exists (select from auth.caller_customers c where c.customer_id = user_invitations.customer_id)) with check (exists (select from auth.caller_unrestricted) or exists (select from auth.caller_customers c where c.customer_id = user_invitations.customer_id));
--rollback alter policy caller_reads on auth.user_invitations using (exists (select from auth.caller_unrestricted) or exists (select from auth.caller_customers c where c.customer_id = user_invitations.customer_id));
--rollback alter policy caller_reads on auth.user_customer_access using (user_id = (select nullif(current_setting('warp.user_id', true), '')::uuid) or exists (select from auth.caller_unrestricted) or exists (select from auth.caller_customers c where c.customer_id = user_customer_access.customer_id));
--rollback alter policy caller_reads on accounts.customers using (exists (select from auth.caller_unrestricted) or exists (select from auth.caller_customers c where c.customer_id = customers.id));
--rollback drop view auth.caller_on_platform;
--rollback create or replace view auth.caller_customers with (security_barrier) as select g.customer_id from auth.user_customer_access g join auth.users u on u.id = g.user_id where g.user_id = (select nullif(current_setting('warp.user_id', true), '')::uuid) and u.status = 'ACTIVE' and coalesce(g.user_type_id, u.user_type_id) = any ((select nullif(current_setting('warp.user_types', true), ''))::uuid[]);
--rollback drop view auth.caller;
