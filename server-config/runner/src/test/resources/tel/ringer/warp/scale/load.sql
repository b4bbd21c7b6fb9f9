-- :n customers in no order, one invitation each, the older the later the customer's name; 200,000 people with one grant;
-- three with 1, 1,000 and 100,000 grants spread evenly; one who holds everything; one with 100,000 grants at the customers
-- that come last by name. Foreign keys are not checked while it loads: every row here keeps them.
set session_replication_role = replica;
-- But each grant knows the name of its customer.
alter table auth.user_customer_access enable always trigger sort_grant;
-- What is not yet on disk is not yet visible to everybody, and a vacuum could not say so.
set synchronous_commit = on;

insert into accounts.customers (id, ban, company_name, customer_type, status, created_at)
select md5('c' || i)::uuid, 'S-' || i, 'Company ' || md5('n' || i), 'POSTPAID', 'ACTIVE',
       now() - interval '1 millisecond' * ('x' || left(md5('t' || i), 8))::bit(32)::bigint
from generate_series(1, :n) i;

insert into auth.users (id, email, email_normalised, display_name, status, created_at, user_type_id)
select md5('u' || i)::uuid, e.email, e.email, 'User ' || i, 'ACTIVE', now(),
       (select t.id from auth.user_types t where t.name = 'superAdmin' and i = 4)
from generate_series(1, 200005) i, lateral (select 'u' || i || '@scale.example') as e (email);

insert into auth.user_customer_access (customer_id, user_id, user_type_id, role, granted_at)
select md5('c' || (i % :n + 1))::uuid, md5('u' || (i + 5))::uuid, t.id, 'USER', now()
from generate_series(1, 200000) i, auth.user_types t where t.name = 'viewer';

insert into auth.user_customer_access (customer_id, user_id, user_type_id, role, granted_at)
select md5('c' || (i * (:n / p.grants)))::uuid, md5('u' || p.person)::uuid, t.id, 'ADMIN', now()
from (values (1, 1), (2, 1000), (3, 100000)) as p (person, grants), generate_series(1, p.grants) i, auth.user_types t
where t.name = 'customer_admin';

insert into auth.user_customer_access (customer_id, user_id, user_type_id, role, granted_at)
select c.id, md5('u5')::uuid, t.id, 'ADMIN', now()
from (select id from accounts.customers order by lower(company_name) desc, id desc limit 100000) c, auth.user_types t
where t.name = 'customer_admin';

insert into auth.user_invitations (id, customer_id, email, email_normalised, user_type_id, role, status, delivery_status,
  invited_by, invited_by_name, created_at, expires_at, valid_for_days)
select md5('i' || i)::uuid, md5('c' || i)::uuid, e.email, e.email, t.id, 'USER', 'PENDING', 'SENT', md5('u4')::uuid, 'User 4',
       now() - interval '1 millisecond' * ('x' || left(md5('n' || i), 8))::bit(32)::bigint, now() + interval '7 days', 7
from generate_series(1, :n) i, lateral (select 'i' || i || '@scale.example') as e (email), auth.user_types t
where t.name = 'viewer';

alter table auth.user_customer_access enable trigger sort_grant;
