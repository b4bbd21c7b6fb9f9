--liquibase formatted sql

--changeset warp:0099-profiles splitStatements:false rollbackSplitStatements:false
--comment: People say themselves what they are called, in which language and by which clock they read. Their own row alone is theirs to change, and nothing in it that says who they are or what they may, whatever the application believes.
alter table auth.users add column locale text, add column time_zone text;
alter table auth.users add constraint users_locale_length check (length(locale) <= 35);
alter table auth.users add constraint users_time_zone_length check (length(time_zone) <= 50);

create policy own_changes on auth.users for update to warp_app
  using (kind = 'PERSON' and id = (select nullif(current_setting('warp.user_id', true), '')::uuid))
  with check (kind = 'PERSON' and id = (select nullif(current_setting('warp.user_id', true), '')::uuid));

-- Who holds everything is asked of the row as it was: nobody gives it to themselves.
create function auth.confine_own_changes() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (to_jsonb(new) - '{display_name,locale,time_zone,version}'::text[])
      is distinct from (to_jsonb(old) - '{display_name,locale,time_zone,version}'::text[])
    and not (old.status = 'ACTIVE' and exists (
      select from auth.user_type_permissions p
      where p.user_type_id = old.user_type_id and p.http_method = '*' and p.resource_path = '*'))
  then
    raise insufficient_privilege using message = 'Nobody changes this of themselves';
  end if;
  return null;
end $$;
revoke all on function auth.confine_own_changes() from public;
create trigger confine_own_changes after update on auth.users for each row
  when (new.kind = 'PERSON' and new.id::text = current_setting('warp.user_id', true))
  execute function auth.confine_own_changes();

-- What a sign-in may not change: the preferences neither.
create or replace function auth.confine_sign_in() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.email, new.email_normalised, new.display_name, new.status, new.kind, new.created_at, new.locale,
        new.time_zone)
      is distinct from (old.id, old.email, old.email_normalised, old.display_name, old.status, old.kind,
        old.created_at, old.locale, old.time_zone)
    or (old.issuer is not null and (new.issuer, new.subject) is distinct from (old.issuer, old.subject))
    or (new.user_type_id is distinct from old.user_type_id
      and not exists (select from auth.first_administrator f where f.user_id = new.id and f.appointed_at = now()))
  then
    raise insufficient_privilege using message = 'A sign-in may not change this of a person';
  end if;
  return null;
end $$;
--rollback create or replace function auth.confine_sign_in() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin if (new.id, new.email, new.email_normalised, new.display_name, new.status, new.kind, new.created_at) is distinct from (old.id, old.email, old.email_normalised, old.display_name, old.status, old.kind, old.created_at) or (old.issuer is not null and (new.issuer, new.subject) is distinct from (old.issuer, old.subject)) or (new.user_type_id is distinct from old.user_type_id and not exists (select from auth.first_administrator f where f.user_id = new.id and f.appointed_at = now())) then raise insufficient_privilege using message = 'A sign-in may not change this of a person'; end if; return null; end $$;
--rollback drop trigger confine_own_changes on auth.users; drop function auth.confine_own_changes(); drop policy own_changes on auth.users;
--rollback alter table auth.users drop column time_zone, drop column locale;
