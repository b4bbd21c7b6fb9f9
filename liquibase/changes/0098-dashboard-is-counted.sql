--liquibase formatted sql

--changeset warp:0098-dashboard-is-counted
--comment: The dashboard counts the customers of the last days, and the mails that wait or were given up customer by customer: from what matches, not from all that was ever written.
create index customers_created on accounts.customers (created_at);
create index outbox_unsent_of_customer on notification.outbox (customer_id, status) where status in ('QUEUED', 'DEAD');
--rollback drop index notification.outbox_unsent_of_customer; drop index accounts.customers_created;
