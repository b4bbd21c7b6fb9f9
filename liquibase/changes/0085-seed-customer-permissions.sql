--liquibase formatted sql

--changeset warp:0085-seed-customer-permissions
--comment: A customer's own people keep its contact, address and preferences; what the carrier decides about it needs a right that is no route of its own.
insert into auth.permission_metadata (http_method, resource_path, category, display_name, description, sort_order) values
  ('PATCH', '/v1/customers/*', 'Customers', 'Change a customer', 'Change the contact, address and preferences of a customer.', 130),
  ('PATCH', '/v1/admin/customers/*', 'Customers', 'Change every field of a customer', 'Change what the carrier decides about a customer too: name, status, money, services, external ids, custom fields.', 135);

insert into auth.user_type_permissions (user_type_id, http_method, resource_path)
select t.id, p.http_method, p.resource_path
from (values
  ('admin', 'PATCH', '/v1/customers/*'),
  ('admin', 'PATCH', '/v1/admin/customers/*'),
  ('customer_admin', 'PATCH', '/v1/customers/*')
) as p (user_type, http_method, resource_path)
join auth.user_types t on t.name = p.user_type;
--rollback delete from auth.user_type_permissions where http_method = 'PATCH' and resource_path in ('/v1/customers/*', '/v1/admin/customers/*');
--rollback delete from auth.permission_metadata where http_method = 'PATCH' and resource_path in ('/v1/customers/*', '/v1/admin/customers/*');
