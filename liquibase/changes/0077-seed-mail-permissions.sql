--liquibase formatted sql

--changeset warp:0077-seed-mail-permissions
--comment: Whoever manages a customer's invitations sees what became of their mails and takes up again what was given up. Suppressed addresses are nobody's in particular: the seeds leave them to who holds everything.
insert into auth.permission_metadata (http_method, resource_path, category, display_name, description, sort_order) values
  ('GET', '/v1/admin/invitations/*/mails', 'Invitations', 'Follow an invitation''s mails', 'See what happened to the mails of an invitation.', 215),
  ('GET', '/v1/admin/mail/dead-letters', 'Mail', 'List dead letters', 'List the mails that were given up.', 280),
  ('POST', '/v1/admin/mail/dead-letters/*/retry', 'Mail', 'Retry a dead letter', 'Take up a mail again that was given up.', 282),
  ('GET', '/v1/admin/mail/suppressions', 'Mail', 'List suppressed addresses', 'List the addresses that get no more mail, whichever customer writes.', 284),
  ('DELETE', '/v1/admin/mail/suppressions/*', 'Mail', 'Lift a suppression', 'Let an address get mail again.', 286);

insert into auth.user_type_permissions (user_type_id, http_method, resource_path)
select t.id, p.http_method, p.resource_path
from (values
  ('admin', 'GET', '/v1/admin/mail/dead-letters'),
  ('admin', 'POST', '/v1/admin/mail/dead-letters/*/retry'),
  ('customer_admin', 'GET', '/v1/admin/mail/dead-letters'),
  ('customer_admin', 'POST', '/v1/admin/mail/dead-letters/*/retry')
) as p (user_type, http_method, resource_path)
join auth.user_types t on t.name = p.user_type;
--rollback delete from auth.user_type_permissions where resource_path like '/v1/admin/mail/%';
--rollback delete from auth.permission_metadata where resource_path like '/v1/admin/mail/%' or resource_path = '/v1/admin/invitations/*/mails';
