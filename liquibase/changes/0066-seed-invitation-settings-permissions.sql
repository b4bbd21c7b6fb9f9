--liquibase formatted sql

--changeset warp:0066-seed-invitation-settings-permissions
--comment: Who invites for a customer sees its terms and what is left, and may change them within the platform's bounds.
insert into auth.permission_metadata (http_method, resource_path, category, display_name, description, sort_order) values
  ('GET', '/v1/admin/customers/*/invitation-settings', 'Invitations', 'Read invitation settings', 'Read the terms of a customer''s invitations and how many more may be pending.', 270),
  ('PUT', '/v1/admin/customers/*/invitation-settings', 'Invitations', 'Change invitation settings', 'Set the terms of a customer''s invitations within the platform''s bounds.', 275);

insert into auth.user_type_permissions (user_type_id, http_method, resource_path)
select t.id, p.http_method, '/v1/admin/customers/*/invitation-settings'
from auth.user_types t
cross join (values ('GET'), ('PUT')) as p (http_method)
where t.name in ('admin', 'customer_admin');
--rollback delete from auth.user_type_permissions where resource_path = '/v1/admin/customers/*/invitation-settings';
--rollback delete from auth.permission_metadata where resource_path = '/v1/admin/customers/*/invitation-settings';
