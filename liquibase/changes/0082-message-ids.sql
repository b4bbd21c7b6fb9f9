--liquibase formatted sql

--changeset warp:0082-message-ids
--comment: A mail's Message-ID is a secret of those who had the mail: whoever names it is believed about what became of the mail. Its id is none, since those who manage what the mail tells of see it.
alter table notification.outbox add column message_id uuid not null default gen_random_uuid();
create unique index outbox_message_id on notification.outbox (message_id);
--rollback alter table notification.outbox drop column message_id;
