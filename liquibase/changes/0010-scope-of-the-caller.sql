--liquibase formatted sql

--changeset warp:0010-scope-of-the-caller
--comment: What the settings of the running transaction reach. Views of the owner, so that policies built on them neither recurse nor call a function for each row; an unset setting reaches nothing.
create policy owner_migrates on accounts.customers to warp_owner using (true) with check (true);
create policy owner_migrates on auth.user_customer_access to warp_owner using (true) with check (true);
create policy owner_migrates on auth.user_invitations to warp_owner using (true) with check (true);
create policy owner_migrates on auth.user_invitation_tokens to warp_owner using (true) with check (true);
create policy owner_migrates on notification.outbox to warp_owner using (true) with check (true);
create policy owner_migrates on audit.events to warp_owner using (true) with check (true);

-- One row if the caller is an active person whose platform type holds "*".
create view auth.caller_unrestricted with (security_barrier) as
select u.id as user_id
from auth.users u
join auth.user_type_permissions p on p.user_type_id = u.user_type_id
where u.id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
  and u.status = 'ACTIVE'
  and p.http_method = '*'
  and p.resource_path = '*';

-- The customers at which the caller holds one of the user types that permit the operation.
create view auth.caller_customers with (security_barrier) as
select g.customer_id
from auth.user_customer_access g
join auth.users u on u.id = g.user_id
where g.user_id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
  and u.status = 'ACTIVE'
  and coalesce(g.user_type_id, u.user_type_id)
    = any ((select nullif(current_setting('warp.user_types', true), ''))::uuid[]);

-- The one invitation whose link is being followed.
create view auth.bearer_invitation with (security_barrier) as
select t.invitation_id, t.customer_id
from auth.user_invitation_tokens t
where t.token_hash = (select decode(nullif(current_setting('warp.invitation_token', true), ''), 'hex'));

grant select on auth.caller_unrestricted, auth.caller_customers, auth.bearer_invitation to warp_app;
--rollback drop view auth.bearer_invitation; drop view auth.caller_customers; drop view auth.caller_unrestricted;
--rollback drop policy owner_migrates on audit.events; drop policy owner_migrates on notification.outbox;
--rollback drop policy owner_migrates on auth.user_invitation_tokens; drop policy owner_migrates on auth.user_invitations;
--rollback drop policy owner_migrates on auth.user_customer_access; drop policy owner_migrates on accounts.customers;
