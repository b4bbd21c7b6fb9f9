--liquibase formatted sql

--changeset warp:0014-people-are-confined
--comment: A colleague's name and address are as much a customer's as its invoices: people are seen by themselves, by who reaches a customer of theirs, and by who holds everything. Sign-in and acceptance look a person up before anybody is known. An invitation keeps its inviter's name, since operator's staff belongs to no customer.
alter table auth.user_invitations add column invited_by_name text;
update auth.user_invitations i set invited_by_name = (select u.display_name from auth.users u where u.id = i.invited_by);
alter table auth.user_invitations alter column invited_by_name set not null;

alter table auth.users enable row level security;
alter table auth.users force row level security;
create policy owner_migrates on auth.users to warp_owner using (true) with check (true);

create view auth.caller_people with (security_barrier) as
select g.user_id
from auth.user_customer_access g
join auth.caller_customers c on c.customer_id = g.customer_id;
grant select on auth.caller_people to warp_app;

create policy caller_reads on auth.users for select to warp_app using (
  id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
  or (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_people p where p.user_id = users.id limit 1));
create policy caller_changes on auth.users for update to warp_app
  using ((select exists (select from auth.caller_unrestricted)))
  with check ((select exists (select from auth.caller_unrestricted)));
create policy bearer_reads on auth.users for select to warp_app using (
  (select exists (select from auth.bearer_invitation)));
create policy bearer_adds on auth.users for insert to warp_app with check (
  (select exists (select from auth.bearer_invitation)));
create policy bearer_changes on auth.users for update to warp_app
  using ((select exists (select from auth.bearer_invitation)))
  with check ((select exists (select from auth.bearer_invitation)));
create policy job_reads on auth.users for select to warp_app using (
  (select current_setting('warp.job', true)) = 'sign-in');
create policy job_changes on auth.users for update to warp_app
  using ((select current_setting('warp.job', true)) = 'sign-in')
  with check ((select current_setting('warp.job', true)) = 'sign-in');
--rollback drop policy job_changes on auth.users; drop policy job_reads on auth.users; drop policy bearer_changes on auth.users; drop policy bearer_adds on auth.users; drop policy bearer_reads on auth.users; drop policy caller_changes on auth.users; drop policy caller_reads on auth.users;
--rollback drop view auth.caller_people; drop policy owner_migrates on auth.users; alter table auth.users no force row level security; alter table auth.users disable row level security;
--rollback alter table auth.user_invitations drop column invited_by_name;
