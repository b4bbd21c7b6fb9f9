--liquibase formatted sql

--changeset warp:0083-mails-are-forgotten
--comment: The mails about an invitation, and what mail servers wrote of them, go with the invitation: they name people.
create policy cleanup_reads on notification.outbox for select to warp_app using (
  (select current_setting('warp.job', true)) = 'invitation-cleanup');
create policy cleanup_removes on notification.outbox for delete to warp_app using (
  (select current_setting('warp.job', true)) = 'invitation-cleanup');
grant delete on notification.outbox to warp_app;
--rollback revoke delete on notification.outbox from warp_app;
--rollback drop policy cleanup_removes on notification.outbox; drop policy cleanup_reads on notification.outbox;
