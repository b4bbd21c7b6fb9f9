--liquibase formatted sql

--changeset warp:0067-invitation-reminders
--comment: When to remind stands on the invitation itself, so that what is due is found in an index of what is due, however many customers there are. The language and the reply address of mails are the customer's, read when a mail is composed.
alter table auth.invitation_settings
  add column reminder_days integer,
  add column mail_language text not null default 'EN',
  add column reply_to text,
  add constraint invitation_settings_reminder_days check (reminder_days between 1 and longest_days - 1),
  add constraint invitation_settings_mail_language_known check (mail_language in ('EN', 'ES')),
  add constraint invitation_settings_reply_to_length check (length(reply_to) <= 254);
grant update (reminder_days, mail_language, reply_to) on auth.invitation_settings to warp_app;
create policy delivery_reads on auth.invitation_settings for select to warp_app using (
  (select current_setting('warp.job', true)) = 'mail-delivery');

alter table auth.user_invitations
  add column remind_at timestamptz,
  add column reminded boolean not null default false;
comment on column auth.user_invitations.reminded is 'Of the link in force.';
create index user_invitations_to_remind on auth.user_invitations (remind_at)
  where status = 'PENDING' and remind_at is not null;

create policy reminder_reads on auth.user_invitations for select to warp_app using (
  (select current_setting('warp.job', true)) = 'invitation-reminder');
create policy reminder_changes on auth.user_invitations for update to warp_app
  using ((select current_setting('warp.job', true)) = 'invitation-reminder')
  with check ((select current_setting('warp.job', true)) = 'invitation-reminder');
create policy reminder_adds on audit.events for insert to warp_app with check (
  (select current_setting('warp.job', true)) = 'invitation-reminder');
create policy reminder_adds on notification.outbox for insert to warp_app with check (
  (select current_setting('warp.job', true)) = 'invitation-reminder');

alter table notification.outbox drop constraint outbox_kind_known;
alter table notification.outbox add constraint outbox_kind_known
  check (kind in ('INVITATION', 'WELCOME', 'REMINDER', 'RENEWAL_REQUEST'));
--rollback delete from notification.outbox where kind not in ('INVITATION', 'WELCOME');
--rollback alter table notification.outbox drop constraint outbox_kind_known;
--rollback alter table notification.outbox add constraint outbox_kind_known check (kind in ('INVITATION', 'WELCOME'));
--rollback drop policy reminder_adds on notification.outbox; drop policy reminder_adds on audit.events;
--rollback drop policy reminder_changes on auth.user_invitations; drop policy reminder_reads on auth.user_invitations;
--rollback alter table auth.user_invitations drop column reminded, drop column remind_at;
--rollback drop policy delivery_reads on auth.invitation_settings;
--rollback alter table auth.invitation_settings drop column reply_to, drop column mail_language, drop column reminder_days;
