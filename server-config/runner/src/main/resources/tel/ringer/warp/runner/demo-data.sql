-- Demo data, run as warp_owner in one transaction at each start after the application is ready.
-- Every statement changes nothing when it runs again.
-- A line "-- account: ADDRESS WHO" is shown at the end of the start as one who can sign in.
-- account: super@warp.example    superAdmin, sees every customer
-- account: admin@warp.example    admin, granted TEST-001
-- account: owner@demovoice.example    customer_admin and owner of DEMO-002
-- account: nobody@warp.example    belongs to no customer

insert into accounts.customers (id, ban, company_name, legal_name, customer_type, status, contact_name, contact_email,
    contact_phone, address_line1, address_city, address_state, address_zip, address_country, time_zone, locale,
    voice_enabled, messaging_enabled, telecom_data_enabled, telecom_data_types, kyc_status, hubspot_company_id,
    custom_fields, credit_limit, current_balance, prepaid_balance) values
  ('00000000-0000-4000-8000-000000000001', 'TEST-001', 'Acme Telecom Corp', 'Acme Telecom Corporation', 'POSTPAID',
    'ACTIVE', 'Alex Acme', 'alex@acme.example', '+14155550101', '1 Market Street', 'San Francisco', 'CA', '94105', 'US',
    'America/Los_Angeles', 'en-US', true, true, true, '{LRN,DNO}', 'VERIFIED', '1001', '{"tier": "gold"}', 50000,
    -1250.25, null),
  ('00000000-0000-4000-8000-000000000002', 'DEMO-002', 'Demo Voice Corp', 'Demo Voice Corporation', 'PREPAID', 'ACTIVE',
    'Olu Owner', 'owner@demovoice.example', '+12125550102', '2 Broadway', 'New York', 'NY', '10004', 'US',
    'America/New_York', 'en-US', true, false, false, '{}', 'PENDING', null, '{}', null, null, 300),
  ('00000000-0000-4000-8000-000000000003', 'TB-071161708', 'Test Account', null, 'POSTPAID', 'ACTIVE', null, null, null,
    null, null, null, null, null, null, null, false, false, false, '{}', 'NOT_STARTED', null, '{}', null, null, null)
on conflict do nothing;

insert into auth.users (id, email, email_normalised, display_name, status, user_type_id, created_at)
select cast(u.id as uuid), u.email, u.email, u.display_name, 'ACTIVE', t.id, now()
from (values
  ('00000000-0000-4000-8000-000000000011', 'super@warp.example', 'Sasha Super', 'superAdmin'),
  ('00000000-0000-4000-8000-000000000012', 'admin@warp.example', 'Ada Admin', 'admin'),
  ('00000000-0000-4000-8000-000000000013', 'owner@demovoice.example', 'Olu Owner', null),
  ('00000000-0000-4000-8000-000000000014', 'nobody@warp.example', 'Noor Nobody', 'viewer')
) as u (id, email, display_name, user_type)
left join auth.user_types t on t.name = u.user_type
on conflict do nothing;

insert into auth.user_customer_access (customer_id, user_id, user_type_id, role, granted_at)
select c.id, u.id, t.id, g.role, now()
from (values
  ('TEST-001', 'admin@warp.example', null, 'ADMIN'),
  ('DEMO-002', 'owner@demovoice.example', 'customer_admin', 'OWNER')
) as g (ban, email, user_type, role)
join accounts.customers c on c.ban = g.ban
join auth.users u on u.email_normalised = g.email
left join auth.user_types t on t.name = g.user_type
on conflict do nothing;
