-- :n customers in no order, and one person who holds everything.
set session_replication_role = replica;
set synchronous_commit = on;

insert into accounts.customers (id, ban, company_name, legal_name, customer_type, status, created_at)
select md5('c' || i)::uuid, 'S-' || i, 'Company ' || md5('n' || i), 'Company ' || i || ', "Legal" Name Ünlimited', 'POSTPAID',
       'ACTIVE', now() - i * interval '1 second'
from generate_series(1, :n) i;

insert into auth.users (id, email, email_normalised, display_name, status, created_at, user_type_id)
select md5('u4')::uuid, e.email, e.email, 'User 4', 'ACTIVE', now(), t.id
from auth.user_types t, (select 'u4@scale.example') as e (email) where t.name = 'superAdmin';
