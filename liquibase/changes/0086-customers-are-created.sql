--liquibase formatted sql

--changeset warp:0086-customers-are-created splitStatements:false
--comment: Who creates a customer acts with authority on the platform, since there is no customer yet at which a right could be held. Who does not hold everything belongs to it from the same moment, by the platform type: nobody makes what they can't reach.
create policy caller_adds on accounts.customers for insert to warp_app with check (
  created_by = (select nullif(current_setting('warp.user_id', true), '')::uuid)
  and (select exists (select from auth.caller_on_platform)));
grant insert (id, ban, company_name, customer_type, status, created_at, created_by, updated_at, updated_by)
  on accounts.customers to warp_app;

create function auth.grant_creator() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from auth.caller_unrestricted c where c.user_id = new.created_by) then
    insert into auth.user_customer_access (customer_id, user_id, role, granted_at, granted_by)
    values (new.id, new.created_by, 'OWNER', new.created_at, new.created_by);
  end if;
  return null;
end $$;
create trigger grant_creator after insert on accounts.customers
  for each row when (new.created_by is not null)
  execute function auth.grant_creator();
revoke all on function auth.grant_creator() from public;
--rollback drop trigger grant_creator on accounts.customers; drop function auth.grant_creator();
--rollback revoke insert (id, ban, company_name, customer_type, status, created_at, updated_at) on accounts.customers from warp_app;
--rollback drop policy caller_adds on accounts.customers;
