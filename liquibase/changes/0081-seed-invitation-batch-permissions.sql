--liquibase formatted sql

--changeset warp:0081-seed-invitation-batch-permissions
--comment: Who invites people one by one may upload many, and see what became of them.
insert into auth.permission_metadata (http_method, resource_path, category, display_name, description, sort_order) values
  ('POST', '/v1/admin/customers/*/invitations/bulk', 'Invitations', 'Invite many', 'Upload a file of people to invite to a customer.', 250),
  ('GET', '/v1/admin/invitation-batches/*', 'Invitations', 'Read a bulk invitation', 'Read how far an upload is and what became of its rows.', 260),
  ('GET', '/v1/admin/invitation-batches/*/rows', 'Invitations', 'List the rows of a bulk invitation', 'Read what became of each row of an upload.', 262),
  ('GET', '/v1/admin/invitation-batches/*/errors.csv', 'Invitations', 'Download the error file', 'Download the rows of an upload that were not invited.', 264),
  ('DELETE', '/v1/admin/invitation-batches/*', 'Invitations', 'Cancel a bulk invitation', 'Invite nobody else of an upload.', 266);

insert into auth.user_type_permissions (user_type_id, http_method, resource_path)
select t.id, p.http_method, p.resource_path
from (values
  ('admin', 'POST', '/v1/admin/customers/*/invitations/bulk'),
  ('admin', 'GET', '/v1/admin/invitation-batches/*'),
  ('admin', 'DELETE', '/v1/admin/invitation-batches/*'),
  ('customer_admin', 'POST', '/v1/admin/customers/*/invitations/bulk'),
  ('customer_admin', 'GET', '/v1/admin/invitation-batches/*'),
  ('customer_admin', 'DELETE', '/v1/admin/invitation-batches/*')
) as p (user_type, http_method, resource_path)
join auth.user_types t on t.name = p.user_type;
--rollback delete from auth.user_type_permissions where resource_path = '/v1/admin/customers/*/invitations/bulk' or resource_path like '/v1/admin/invitation-batches/%';
--rollback delete from auth.permission_metadata where resource_path = '/v1/admin/customers/*/invitations/bulk' or resource_path like '/v1/admin/invitation-batches/%';
