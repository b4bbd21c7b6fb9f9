--liquibase formatted sql

--changeset warp:0015-members-are-managed
--comment: Grants are given, changed and taken by people too, not only by an accepted invitation, and within their reach alone.
create policy caller_adds on auth.user_customer_access for insert to warp_app with check (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = user_customer_access.customer_id));
create policy caller_changes on auth.user_customer_access for update to warp_app
  using (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = user_customer_access.customer_id))
  with check (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = user_customer_access.customer_id));
create policy caller_removes on auth.user_customer_access for delete to warp_app using (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = user_customer_access.customer_id));
grant delete on auth.user_customer_access to warp_app;
create index user_invitations_of_inviter on auth.user_invitations (invited_by, customer_id) where status = 'PENDING';
--rollback drop index auth.user_invitations_of_inviter; revoke delete on auth.user_customer_access from warp_app;
--rollback drop policy caller_removes on auth.user_customer_access; drop policy caller_changes on auth.user_customer_access; drop policy caller_adds on auth.user_customer_access;
