--liquibase formatted sql

--changeset warp:0095-seed-note-permissions
--comment: Staff writes notes about the customers granted to them. Whoever reads a customer holds the permission to read what lies beneath it; notes ask for staff besides.
insert into auth.permission_metadata (http_method, resource_path, category, display_name, description, sort_order) values
  ('GET', '/v1/customers/*/notes', 'Notes, for staff alone', 'List notes', 'List the notes about a customer.', 150),
  ('POST', '/v1/customers/*/notes', 'Notes, for staff alone', 'Write a note', 'Write a note about a customer.', 155),
  ('GET', '/v1/customers/*/notes/*', 'Notes, for staff alone', 'Read a note', 'Read one note about a customer.', 160),
  ('PATCH', '/v1/customers/*/notes/*', 'Notes, for staff alone', 'Change a note', 'Change a note about a customer, whoever wrote it.', 165),
  ('DELETE', '/v1/customers/*/notes/*', 'Notes, for staff alone', 'Remove a note', 'Remove a note about a customer for good.', 170);

insert into auth.user_type_permissions (user_type_id, http_method, resource_path)
select t.id, p.http_method, p.resource_path
from (values
  ('POST', '/v1/customers/*/notes'),
  ('PATCH', '/v1/customers/*/notes/*'),
  ('DELETE', '/v1/customers/*/notes/*')
) as p (http_method, resource_path)
join auth.user_types t on t.name = 'admin';
--rollback delete from auth.user_type_permissions where resource_path like '/v1/customers/*/notes%';
--rollback delete from auth.permission_metadata where resource_path like '/v1/customers/*/notes%';
