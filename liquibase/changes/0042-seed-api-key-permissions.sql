--liquibase formatted sql

--changeset warp:0042-seed-api-key-permissions
--comment: Who runs a customer makes and revokes its keys; developers see which there are. Under /v1/admin, since a permission on /v1/customers/* covers whatever lies beneath it.
insert into auth.permission_metadata (http_method, resource_path, category, display_name, description, sort_order) values
  ('GET', '/v1/admin/customers/*/api-keys', 'API keys', 'List API keys', 'List the API keys of a customer.', 350),
  ('POST', '/v1/admin/customers/*/api-keys', 'API keys', 'Create an API key', 'Create an API key within the creator''s own permissions.', 360),
  ('GET', '/v1/admin/customers/*/api-keys/*', 'API keys', 'Read an API key', 'Read one API key; never its secret.', 370),
  ('PATCH', '/v1/admin/customers/*/api-keys/*', 'API keys', 'Rename an API key', 'Change the name of an API key.', 380),
  ('DELETE', '/v1/admin/customers/*/api-keys/*', 'API keys', 'Revoke an API key', 'Revoke an API key for good, at once.', 390);

insert into auth.user_type_permissions (user_type_id, http_method, resource_path)
select t.id, p.http_method, p.resource_path
from (values
  ('admin', 'GET', '/v1/admin/customers/*/api-keys'),
  ('admin', 'POST', '/v1/admin/customers/*/api-keys'),
  ('admin', 'GET', '/v1/admin/customers/*/api-keys/*'),
  ('admin', 'PATCH', '/v1/admin/customers/*/api-keys/*'),
  ('admin', 'DELETE', '/v1/admin/customers/*/api-keys/*'),
  ('customer_admin', 'GET', '/v1/admin/customers/*/api-keys'),
  ('customer_admin', 'POST', '/v1/admin/customers/*/api-keys'),
  ('customer_admin', 'GET', '/v1/admin/customers/*/api-keys/*'),
  ('customer_admin', 'PATCH', '/v1/admin/customers/*/api-keys/*'),
  ('customer_admin', 'DELETE', '/v1/admin/customers/*/api-keys/*'),
  ('developer', 'GET', '/v1/admin/customers/*/api-keys'),
  ('developer', 'GET', '/v1/admin/customers/*/api-keys/*')
) as p (user_type, http_method, resource_path)
join auth.user_types t on t.name = p.user_type;
--rollback delete from auth.user_type_permissions where resource_path like '/v1/admin/customers/*/api-keys%';
--rollback delete from auth.permission_metadata where resource_path like '/v1/admin/customers/*/api-keys%';
