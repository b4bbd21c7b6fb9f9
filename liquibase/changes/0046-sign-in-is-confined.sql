--liquibase formatted sql

--changeset warp:0046-sign-in-is-confined splitStatements:false
--comment: Who signs in without an account may get one: as the first administrator, or, by the address of the operator's staff, with a user type that changes nothing. What sign-in and acceptance do before anybody is known can neither give a right nor move an account to another identity or address, whatever the application believes.
create policy job_adds on auth.users for insert to warp_app with check (
  (select current_setting('warp.job', true)) = 'sign-in'
  and issuer is not null and status = 'ACTIVE' and user_type_id is not null
  and (not exists (select from auth.user_type_permissions p
                   where p.user_type_id = users.user_type_id and p.http_method <> 'GET')
    or exists (select from auth.first_administrator f where f.user_id = users.id and f.appointed_at = now())));
alter policy bearer_adds on auth.users with check (
  (select exists (select from auth.bearer_invitation))
  and issuer is not null and status = 'ACTIVE' and user_type_id is null);

create function auth.confine_sign_in() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.email, new.email_normalised, new.display_name, new.status, new.kind, new.created_at)
      is distinct from (old.id, old.email, old.email_normalised, old.display_name, old.status, old.kind, old.created_at)
    or (old.issuer is not null and (new.issuer, new.subject) is distinct from (old.issuer, old.subject))
    or (new.user_type_id is distinct from old.user_type_id
      and not exists (select from auth.first_administrator f where f.user_id = new.id and f.appointed_at = now()))
  then
    raise insufficient_privilege using message = 'A sign-in may not change this of a person';
  end if;
  return null;
end $$;
revoke all on function auth.confine_sign_in() from public;
-- After the update: a trigger before it would lock the row as if its key changed, against those who refer to the person.
create trigger confine_sign_in after update on auth.users for each row
  when (current_setting('warp.job', true) = 'sign-in' or current_setting('warp.invitation_token', true) <> '')
  execute function auth.confine_sign_in();
--rollback drop trigger confine_sign_in on auth.users; drop function auth.confine_sign_in();
--rollback alter policy bearer_adds on auth.users with check ((select exists (select from auth.bearer_invitation)));
--rollback drop policy job_adds on auth.users;
