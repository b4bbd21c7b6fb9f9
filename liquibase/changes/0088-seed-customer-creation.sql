--liquibase formatted sql

--changeset warp:0088-seed-customer-creation
--comment: Staff that manages customers creates them.
insert into auth.permission_metadata (http_method, resource_path, category, display_name, description, sort_order) values
  ('POST', '/v1/customers', 'Customers', 'Create a customer', 'Create a customer; takes a platform type that permits it.', 125);

insert into auth.user_type_permissions (user_type_id, http_method, resource_path)
select t.id, 'POST', '/v1/customers' from auth.user_types t where t.name = 'admin';
--rollback delete from auth.user_type_permissions where http_method = 'POST' and resource_path = '/v1/customers';
--rollback delete from auth.permission_metadata where http_method = 'POST' and resource_path = '/v1/customers';
