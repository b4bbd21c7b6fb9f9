--liquibase formatted sql

--changeset warp:0071-seed-invitation-figures
--comment: Who invites sees how far invitations get.
insert into auth.permission_metadata (http_method, resource_path, category, display_name, description, sort_order) values
  ('GET', '/v1/admin/customers/*/invitation-figures', 'Invitations', 'Read figures of invitations', 'See how far the invitations of a customer get.', 250);

insert into auth.user_type_permissions (user_type_id, http_method, resource_path)
select t.id, 'GET', '/v1/admin/customers/*/invitation-figures'
from auth.user_types t
where t.name in ('admin', 'customer_admin');
--rollback delete from auth.user_type_permissions where resource_path = '/v1/admin/customers/*/invitation-figures';
--rollback delete from auth.permission_metadata where resource_path = '/v1/admin/customers/*/invitation-figures';
