--liquibase formatted sql

--changeset warp:0012-seed-user-types
--comment: Six user types and the catalogue of what exists. They are data: the code knows none of them by name.
insert into auth.user_types (name, display_name, description) values
  ('superAdmin', 'Super administrator', 'Operator staff: everything, at every customer.'),
  ('admin', 'Administrator', 'Operator staff: manages the customers granted to them and invites their people.'),
  ('customer_admin', 'Customer administrator', 'Manages their own company and invites its people.'),
  ('developer', 'Developer', 'Integrates their company''s systems; reads what that takes.'),
  ('billing', 'Billing', 'Reads their company''s commercial data.'),
  ('viewer', 'Viewer', 'Reads their company''s data, changes nothing.');

insert into auth.permission_metadata (http_method, resource_path, category, display_name, description, sort_order) values
  ('*', '*', 'Platform', 'Everything', 'Every operation at every customer.', 10),
  ('GET', '/v1/customers', 'Customers', 'List customers', 'Search and list the customers within reach.', 100),
  ('GET', '/v1/customers/*', 'Customers', 'Read a customer', 'Read a customer by id.', 110),
  ('GET', '/v1/customers/by-ban/*', 'Customers', 'Find a customer by BAN', 'Read a customer by its billing account number.', 120),
  ('GET', '/v1/admin/invitations', 'Invitations', 'List invitations', 'List the invitations of the customers within reach.', 200),
  ('GET', '/v1/admin/invitations/*', 'Invitations', 'Read an invitation', 'Read one invitation and its delivery status.', 210),
  ('POST', '/v1/admin/customers/*/invitations', 'Invitations', 'Invite', 'Invite a person to a customer.', 220),
  ('DELETE', '/v1/admin/invitations/*', 'Invitations', 'Revoke an invitation', 'Revoke a pending invitation; its link dies.', 230),
  ('POST', '/v1/admin/invitations/*/resend', 'Invitations', 'Resend an invitation', 'Send a new link; the old one dies.', 240);

insert into auth.user_type_permissions (user_type_id, http_method, resource_path)
select t.id, p.http_method, p.resource_path
from (values
  ('superAdmin', '*', '*'),
  ('admin', 'GET', '/v1/customers'),
  ('admin', 'GET', '/v1/customers/*'),
  ('admin', 'GET', '/v1/admin/invitations'),
  ('admin', 'GET', '/v1/admin/invitations/*'),
  ('admin', 'POST', '/v1/admin/customers/*/invitations'),
  ('admin', 'DELETE', '/v1/admin/invitations/*'),
  ('admin', 'POST', '/v1/admin/invitations/*/resend'),
  ('customer_admin', 'GET', '/v1/customers'),
  ('customer_admin', 'GET', '/v1/customers/*'),
  ('customer_admin', 'GET', '/v1/admin/invitations'),
  ('customer_admin', 'GET', '/v1/admin/invitations/*'),
  ('customer_admin', 'POST', '/v1/admin/customers/*/invitations'),
  ('customer_admin', 'DELETE', '/v1/admin/invitations/*'),
  ('customer_admin', 'POST', '/v1/admin/invitations/*/resend'),
  ('developer', 'GET', '/v1/customers'),
  ('developer', 'GET', '/v1/customers/*'),
  ('billing', 'GET', '/v1/customers'),
  ('billing', 'GET', '/v1/customers/*'),
  ('viewer', 'GET', '/v1/customers'),
  ('viewer', 'GET', '/v1/customers/*')
) as p (user_type, http_method, resource_path)
join auth.user_types t on t.name = p.user_type;
--rollback delete from auth.user_type_permissions; delete from auth.permission_metadata; delete from auth.user_types;
