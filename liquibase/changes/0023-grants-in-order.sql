--liquibase formatted sql

--changeset warp:0023-grants-in-order splitStatements:false
--comment: Who is confined to grants reads the directory of customers in the order of their names from the grants alone: a page costs a page, with however many grants and customers, wherever theirs are in the order.
alter table auth.user_customer_access add column company_sort text;
update auth.user_customer_access g
set company_sort = (select lower(c.company_name) from accounts.customers c where c.id = g.customer_id);
alter table auth.user_customer_access alter column company_sort set not null;
create index user_customer_access_in_order
  on auth.user_customer_access (user_id, company_sort, customer_id) include (user_type_id);

create function auth.sort_grant() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.company_sort := coalesce((select lower(c.company_name) from accounts.customers c where c.id = new.customer_id), '');
  return new;
end $$;
create trigger sort_grant before insert on auth.user_customer_access
  for each row execute function auth.sort_grant();

create function auth.sort_grants_again() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update auth.user_customer_access set company_sort = lower(new.company_name) where customer_id = new.id;
  return null;
end $$;
create trigger sort_grants_again after update of company_name on accounts.customers
  for each row when (lower(old.company_name) <> lower(new.company_name))
  execute function auth.sort_grants_again();
revoke all on function auth.sort_grant(), auth.sort_grants_again() from public;
--rollback drop trigger sort_grants_again on accounts.customers; drop trigger sort_grant on auth.user_customer_access;
--rollback drop function auth.sort_grants_again(); drop function auth.sort_grant();
--rollback drop index auth.user_customer_access_in_order; alter table auth.user_customer_access drop column company_sort;
