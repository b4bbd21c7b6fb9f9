--liquibase formatted sql

--changeset warp:0096-suspended-customers-stay splitStatements:false
--comment: Who is not of the operator's staff changes nothing at a suspended customer, by whatever use case. Asked for each row that is written and after the policies, so that nobody learns of a customer out of reach; the state tells the application what to answer. Links and jobs act for no account. The audit log is no change by itself.
create function auth.keep_suspended_customer() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  changed uuid;
  suspended boolean;
begin
  if nullif(current_setting('warp.user_id', true), '') is null then
    return null;
  end if;
  if tg_relid = 'accounts.customers'::regclass then
    suspended := old.status = 'SUSPENDED';
  else
    if tg_op = 'DELETE' then
      changed := old.customer_id;
    else
      changed := new.customer_id;
    end if;
    suspended := exists (select from accounts.customers c where c.id = changed and c.status = 'SUSPENDED');
  end if;
  if suspended and not exists (select from auth.caller_of_staff) then
    raise exception 'This customer is suspended' using errcode = 'WA001';
  end if;
  return null;
end $$;
revoke all on function auth.keep_suspended_customer() from public;

create trigger keep_suspended_customer after update on accounts.customers
  for each row execute function auth.keep_suspended_customer();
create trigger keep_suspended_customer after insert or update or delete on accounts.customer_notes
  for each row execute function auth.keep_suspended_customer();
create trigger keep_suspended_customer after insert or update or delete on auth.api_keys
  for each row execute function auth.keep_suspended_customer();
create trigger keep_suspended_customer after insert or update or delete on auth.idempotency_keys
  for each row execute function auth.keep_suspended_customer();
create trigger keep_suspended_customer after insert or update or delete on auth.invitation_batch_rows
  for each row execute function auth.keep_suspended_customer();
create trigger keep_suspended_customer after insert or update or delete on auth.invitation_batches
  for each row execute function auth.keep_suspended_customer();
create trigger keep_suspended_customer after insert or update or delete on auth.invitation_settings
  for each row execute function auth.keep_suspended_customer();
create trigger keep_suspended_customer after insert or update or delete on auth.user_customer_access
  for each row execute function auth.keep_suspended_customer();
create trigger keep_suspended_customer after insert or update or delete on auth.user_invitation_tokens
  for each row execute function auth.keep_suspended_customer();
create trigger keep_suspended_customer after insert or update or delete on auth.user_invitations
  for each row execute function auth.keep_suspended_customer();
create trigger keep_suspended_customer after insert or update or delete on notification.mail_events
  for each row execute function auth.keep_suspended_customer();
create trigger keep_suspended_customer after insert or update or delete on notification.outbox
  for each row execute function auth.keep_suspended_customer();
--rollback drop trigger keep_suspended_customer on notification.outbox; drop trigger keep_suspended_customer on notification.mail_events;
--rollback drop trigger keep_suspended_customer on auth.user_invitations; drop trigger keep_suspended_customer on auth.user_invitation_tokens;
--rollback drop trigger keep_suspended_customer on auth.user_customer_access; drop trigger keep_suspended_customer on auth.invitation_settings;
--rollback drop trigger keep_suspended_customer on auth.invitation_batches; drop trigger keep_suspended_customer on auth.invitation_batch_rows;
--rollback drop trigger keep_suspended_customer on auth.idempotency_keys; drop trigger keep_suspended_customer on auth.api_keys;
--rollback drop trigger keep_suspended_customer on accounts.customer_notes; drop trigger keep_suspended_customer on accounts.customers;
--rollback drop function auth.keep_suspended_customer();
