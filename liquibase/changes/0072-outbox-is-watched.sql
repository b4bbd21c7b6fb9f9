--liquibase formatted sql

--changeset warp:0072-outbox-is-watched
--comment: How many mails are queued and dead is asked at each scrape of the metrics, whatever has been sent before.
create index outbox_unsent on notification.outbox (status, created_at) where status in ('QUEUED', 'DEAD');
--rollback drop index notification.outbox_unsent;
