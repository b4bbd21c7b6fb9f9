--liquibase formatted sql

--changeset warp:0011-row-level-security
--comment: The third wall. Who reaches a row: the caller through a grant, the holder of "*", the bearer of an invitation link, or a job by its name. A verb without a policy is refused.
create policy caller_reads on accounts.customers for select to warp_app using (
  exists (select from auth.caller_unrestricted)
  or exists (select from auth.caller_customers c where c.customer_id = customers.id));
create policy bearer_reads on accounts.customers for select to warp_app using (
  id = (select b.customer_id from auth.bearer_invitation b));
create policy job_reads on accounts.customers for select to warp_app using (
  (select current_setting('warp.job', true)) = 'mail-delivery');

create policy caller_reads on auth.user_customer_access for select to warp_app using (
  user_id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
  or exists (select from auth.caller_unrestricted)
  or exists (select from auth.caller_customers c where c.customer_id = user_customer_access.customer_id));
create policy bearer_reads on auth.user_customer_access for select to warp_app using (
  customer_id = (select b.customer_id from auth.bearer_invitation b));
create policy job_reads on auth.user_customer_access for select to warp_app using (
  (select current_setting('warp.job', true)) = 'mail-delivery');
create policy bearer_adds on auth.user_customer_access for insert to warp_app with check (
  customer_id = (select b.customer_id from auth.bearer_invitation b));
create policy bearer_changes on auth.user_customer_access for update to warp_app
  using (customer_id = (select b.customer_id from auth.bearer_invitation b))
  with check (customer_id = (select b.customer_id from auth.bearer_invitation b));

create policy caller_reads on auth.user_invitations for select to warp_app using (
  exists (select from auth.caller_unrestricted)
  or exists (select from auth.caller_customers c where c.customer_id = user_invitations.customer_id));
create policy caller_adds on auth.user_invitations for insert to warp_app with check (
  exists (select from auth.caller_unrestricted)
  or exists (select from auth.caller_customers c where c.customer_id = user_invitations.customer_id));
create policy caller_changes on auth.user_invitations for update to warp_app
  using (
    exists (select from auth.caller_unrestricted)
    or exists (select from auth.caller_customers c where c.customer_id = user_invitations.customer_id))
  with check (
    exists (select from auth.caller_unrestricted)
    or exists (select from auth.caller_customers c where c.customer_id = user_invitations.customer_id));
create policy bearer_reads on auth.user_invitations for select to warp_app using (
  id = (select b.invitation_id from auth.bearer_invitation b));
create policy bearer_changes on auth.user_invitations for update to warp_app
  using (id = (select b.invitation_id from auth.bearer_invitation b))
  with check (id = (select b.invitation_id from auth.bearer_invitation b));
create policy job_reads on auth.user_invitations for select to warp_app using (
  (select current_setting('warp.job', true)) in ('mail-delivery', 'invitation-expiry', 'invitation-cleanup'));
-- A row is locked before it is removed, and a lock counts as a change.
create policy job_changes on auth.user_invitations for update to warp_app
  using ((select current_setting('warp.job', true)) in ('mail-delivery', 'invitation-expiry', 'invitation-cleanup'))
  with check ((select current_setting('warp.job', true)) in ('mail-delivery', 'invitation-expiry'));
create policy job_removes on auth.user_invitations for delete to warp_app using (
  (select current_setting('warp.job', true)) = 'invitation-cleanup');

create policy bearer_reads on auth.user_invitation_tokens for select to warp_app using (
  token_hash = (select decode(nullif(current_setting('warp.invitation_token', true), ''), 'hex')));
create policy job_adds on auth.user_invitation_tokens for insert to warp_app with check (
  (select current_setting('warp.job', true)) = 'mail-delivery');

create policy caller_adds on notification.outbox for insert to warp_app with check (
  exists (select from auth.caller_unrestricted)
  or exists (select from auth.caller_customers c where c.customer_id = outbox.customer_id));
create policy bearer_adds on notification.outbox for insert to warp_app with check (
  customer_id = (select b.customer_id from auth.bearer_invitation b));
create policy job_reads on notification.outbox for select to warp_app using (
  (select current_setting('warp.job', true)) = 'mail-delivery');
create policy job_changes on notification.outbox for update to warp_app
  using ((select current_setting('warp.job', true)) = 'mail-delivery')
  with check ((select current_setting('warp.job', true)) = 'mail-delivery');

create policy caller_reads on audit.events for select to warp_app using (
  exists (select from auth.caller_unrestricted)
  or exists (select from auth.caller_customers c where c.customer_id = events.customer_id));
create policy anyone_adds_without_customer on audit.events for insert to warp_app with check (customer_id is null);
create policy caller_adds on audit.events for insert to warp_app with check (
  exists (select from auth.caller_unrestricted)
  or exists (select from auth.caller_customers c where c.customer_id = events.customer_id));
create policy bearer_adds on audit.events for insert to warp_app with check (
  customer_id = (select b.customer_id from auth.bearer_invitation b));
create policy job_adds on audit.events for insert to warp_app with check (
  (select current_setting('warp.job', true)) in ('mail-delivery', 'invitation-expiry', 'invitation-cleanup'));
--rollback drop policy job_adds on audit.events; drop policy bearer_adds on audit.events; drop policy caller_adds on audit.events; drop policy anyone_adds_without_customer on audit.events; drop policy caller_reads on audit.events;
--rollback drop policy job_changes on notification.outbox; drop policy job_reads on notification.outbox; drop policy bearer_adds on notification.outbox; drop policy caller_adds on notification.outbox;
--rollback drop policy job_adds on auth.user_invitation_tokens; drop policy bearer_reads on auth.user_invitation_tokens;
--rollback drop policy job_removes on auth.user_invitations; drop policy job_changes on auth.user_invitations; drop policy job_reads on auth.user_invitations; drop policy bearer_changes on auth.user_invitations; drop policy bearer_reads on auth.user_invitations; drop policy caller_changes on auth.user_invitations; drop policy caller_adds on auth.user_invitations; drop policy caller_reads on auth.user_invitations;
--rollback drop policy bearer_changes on auth.user_customer_access; drop policy bearer_adds on auth.user_customer_access; drop policy job_reads on auth.user_customer_access; drop policy bearer_reads on auth.user_customer_access; drop policy caller_reads on auth.user_customer_access;
--rollback drop policy job_reads on accounts.customers; drop policy bearer_reads on accounts.customers; drop policy caller_reads on accounts.customers;
