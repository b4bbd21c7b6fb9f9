--liquibase formatted sql

--changeset warp:0070-links-are-followed-up
--comment: When the invited person began to act, and asked for another invitation in place of an expired one. That request is told to the inviter, so the delivery of mails, which knows every invited address, reads people too: whether the inviter still may invite, and where to reach them.
alter table auth.user_invitations add column opened_at timestamptz;
alter table auth.user_invitations add column renewal_requested_at timestamptz;

alter table notification.outbox drop constraint outbox_kind_known;
alter table notification.outbox add constraint outbox_kind_known
  check (kind in ('INVITATION', 'WELCOME', 'REMINDER', 'RENEWAL_REQUEST'));

create policy delivery_reads on auth.users for select to warp_app using (
  (select current_setting('warp.job', true)) = 'mail-delivery');
--rollback drop policy delivery_reads on auth.users;
--rollback delete from notification.outbox where kind in ('REMINDER', 'RENEWAL_REQUEST');
--rollback alter table notification.outbox drop constraint outbox_kind_known;
--rollback alter table notification.outbox add constraint outbox_kind_known check (kind in ('INVITATION', 'WELCOME'));
--rollback alter table auth.user_invitations drop column renewal_requested_at; alter table auth.user_invitations drop column opened_at;
