--liquibase formatted sql

--changeset warp:0091-seed-exports
--comment: The catalogue of the exports. Each lies below the resource that it exports, so that whoever may read all of it one by one may export it: '/v1/customers/*', '/v1/admin/invitations/*' and '/v1/admin/users/*' permit them already.
insert into auth.permission_metadata (http_method, resource_path, category, display_name, description, sort_order) values
  ('GET', '/v1/customers/export', 'Customers', 'Export customers', 'Download the list of customers within reach as CSV or NDJSON.', 105),
  ('GET', '/v1/customers/*/users/export', 'People of a customer', 'Export people', 'Download the list of the people of a customer as CSV or NDJSON.', 305),
  ('GET', '/v1/admin/users/export', 'Users', 'Export users', 'Download the list of the people within reach as CSV or NDJSON.', 405),
  ('GET', '/v1/admin/invitations/export', 'Invitations', 'Export invitations', 'Download the list of the invitations within reach as CSV or NDJSON.', 205);
--rollback delete from auth.permission_metadata where resource_path in ('/v1/customers/export', '/v1/customers/*/users/export', '/v1/admin/users/export', '/v1/admin/invitations/export');
