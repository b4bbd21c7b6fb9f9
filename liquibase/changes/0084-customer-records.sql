--liquibase formatted sql

--changeset warp:0084-customer-records
--comment: The whole record of a customer, and that it is changed: what never changes is granted to nobody. An id in a foreign system need not be unique here, since a refusal would tell of another customer.
alter table accounts.customers
  add column time_zone text,
  add column locale text,
  add column voice_enabled boolean not null default false,
  add column messaging_enabled boolean not null default false,
  add column telecom_data_enabled boolean not null default false,
  add column telecom_data_types text[] not null default '{}',
  add column kyc_status text not null default 'NOT_STARTED',
  add column kyc_reference text,
  add column kyc_verified_on date,
  add column registration_number text,
  add column tax_id text,
  add column industry text,
  add column website text,
  add column hubspot_company_id text,
  add column netsuite_customer_id text,
  add column salesforce_account_id text,
  add column custom_fields jsonb not null default '{}',
  add column created_by uuid,
  add column updated_by uuid,
  add constraint customers_created_by_fk foreign key (created_by) references auth.users,
  add constraint customers_updated_by_fk foreign key (updated_by) references auth.users,
  add constraint customers_texts_length check (
    greatest(length(legal_name), length(contact_name), length(address_line1), length(address_city),
      length(address_state), length(registration_number), length(tax_id), length(industry), length(kyc_reference)) <= 200
    and length(suspension_reason) <= 500
    and length(contact_email) <= 254
    and length(contact_phone) <= 100
    and greatest(length(address_zip), length(locale)) <= 35
    and greatest(length(hubspot_company_id), length(netsuite_customer_id), length(salesforce_account_id), length(time_zone)) <= 100
    and length(website) <= 300),
  add constraint customers_address_country_form check (address_country ~ '^[A-Z]{2}$'),
  add constraint customers_credit_limit_positive check (credit_limit >= 0),
  add constraint customers_prepaid_balance_positive check (prepaid_balance >= 0),
  add constraint customers_telecom_data_types_few check (cardinality(telecom_data_types) <= 20),
  add constraint customers_kyc_status_known check (kyc_status in ('NOT_STARTED', 'PENDING', 'VERIFIED', 'REJECTED')),
  add constraint customers_custom_fields_form check (
    jsonb_typeof(custom_fields) = 'object' and octet_length(custom_fields::text) <= 65536);

create policy caller_changes on accounts.customers for update to warp_app
  using (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = customers.id))
  with check (
    (select exists (select from auth.caller_unrestricted))
    or (select true from auth.caller_customers c where c.customer_id = customers.id));
grant update (company_name, legal_name, status, suspension_reason, contact_name, contact_email, contact_phone,
    address_line1, address_city, address_state, address_zip, address_country, time_zone, locale, voice_enabled,
    messaging_enabled, telecom_data_enabled, telecom_data_types, kyc_status, kyc_reference, kyc_verified_on,
    registration_number, tax_id, industry, website, hubspot_company_id, netsuite_customer_id, salesforce_account_id,
    custom_fields, credit_limit, current_balance, prepaid_balance, currency, payment_terms_days, billing_cycle, updated_at,
    updated_by, version) on accounts.customers to warp_app;
--rollback revoke update (company_name, legal_name, status, suspension_reason, contact_name, contact_email, contact_phone, address_line1, address_city, address_state, address_zip, address_country, credit_limit, current_balance, prepaid_balance, currency, payment_terms_days, billing_cycle, updated_at, version) on accounts.customers from warp_app;
--rollback drop policy caller_changes on accounts.customers;
--rollback alter table accounts.customers drop constraint customers_prepaid_balance_positive, drop constraint customers_credit_limit_positive, drop constraint customers_address_country_form, drop constraint customers_texts_length, drop column updated_by, drop column created_by, drop column custom_fields, drop column salesforce_account_id, drop column netsuite_customer_id, drop column hubspot_company_id, drop column website, drop column industry, drop column tax_id, drop column registration_number, drop column kyc_verified_on, drop column kyc_reference, drop column kyc_status, drop column telecom_data_types, drop column telecom_data_enabled, drop column messaging_enabled, drop column voice_enabled, drop column locale, drop column time_zone;
