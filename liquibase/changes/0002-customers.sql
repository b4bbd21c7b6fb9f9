--liquibase formatted sql

--changeset warp:0002-customers
--comment: The companies that buy from the carrier. Forced row-level security without a policy yet: no row is visible.
create table accounts.customers (
  id uuid not null,
  ban text not null,
  company_name text not null,
  legal_name text,
  customer_type text not null,
  status text not null,
  suspension_reason text,
  contact_name text,
  contact_email text,
  contact_phone text,
  address_line1 text,
  address_city text,
  address_state text,
  address_zip text,
  address_country text,
  credit_limit numeric(19, 4),
  current_balance numeric(19, 4),
  prepaid_balance numeric(19, 4),
  currency text not null default 'USD',
  payment_terms_days integer not null default 30,
  billing_cycle text not null default 'MONTHLY',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 0,
  constraint customers_pk primary key (id),
  constraint customers_ban_unique unique (ban),
  constraint customers_ban_form check (ban ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  constraint customers_company_name_length check (length(company_name) between 1 and 200),
  constraint customers_customer_type_known check (customer_type in ('PREPAID', 'POSTPAID', 'RESELLER')),
  constraint customers_status_known check (status in ('ACTIVE', 'SUSPENDED', 'TRIAL', 'CLOSED')),
  constraint customers_currency_form check (currency ~ '^[A-Z]{3}$'),
  constraint customers_payment_terms_positive check (payment_terms_days between 0 and 365),
  constraint customers_billing_cycle_known check (billing_cycle in ('WEEKLY', 'MONTHLY', 'QUARTERLY', 'ANNUAL'))
);
alter table accounts.customers enable row level security;
alter table accounts.customers force row level security;
create index customers_company_name_sort on accounts.customers (lower(company_name), id);
create index customers_search on accounts.customers
  using gin (lower(company_name || ' ' || coalesce(legal_name, '') || ' ' || ban) gin_trgm_ops);
grant select on accounts.customers to warp_app;
--rollback drop table accounts.customers;
