--liquibase formatted sql

--changeset warp:0045-first-administrator splitStatements:false
--comment: Whether anybody has ever held everything, whoever made them so: kept for ever, so that the first administrator is appointed once, and not again when that person has gone. Of two nodes that appoint at once, one inserts the row.
create table auth.first_administrator (
  single boolean not null default true,
  user_id uuid,
  appointed_at timestamptz not null default now(),
  constraint first_administrator_pk primary key (single),
  constraint first_administrator_one_row check (single),
  -- The row is claimed before the account is made.
  constraint first_administrator_user_fk foreign key (user_id) references auth.users on delete set null
    deferrable initially deferred
);
alter table auth.first_administrator enable row level security;
alter table auth.first_administrator force row level security;
create policy owner_migrates on auth.first_administrator to warp_owner using (true) with check (true);
create policy job_reads on auth.first_administrator for select to warp_app using (
  (select current_setting('warp.job', true)) = 'sign-in');
create policy job_adds on auth.first_administrator for insert to warp_app with check (
  (select current_setting('warp.job', true)) = 'sign-in' and user_id is not null);
grant select on auth.first_administrator to warp_app;
-- The time is the transaction's own: policies tell by it who is being appointed.
grant insert (user_id) on auth.first_administrator to warp_app;

create function auth.remember_administrator() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into auth.first_administrator (user_id)
  select u.id from auth.users u
  join auth.user_type_permissions p on p.user_type_id = u.user_type_id
  where p.http_method = '*' and p.resource_path = '*' and new.user_type_id = u.user_type_id
  order by u.created_at, u.id limit 1
  on conflict do nothing;
  return null;
end $$;
revoke all on function auth.remember_administrator() from public;
create trigger remember_administrator after insert on auth.users for each row
  when (new.user_type_id is not null) execute function auth.remember_administrator();
create trigger remember_changed_administrator after update of user_type_id on auth.users for each row
  when (new.user_type_id is not null and new.user_type_id is distinct from old.user_type_id)
  execute function auth.remember_administrator();
create trigger remember_administrator after insert on auth.user_type_permissions for each row
  when (new.http_method = '*' and new.resource_path = '*') execute function auth.remember_administrator();

insert into auth.first_administrator (user_id)
select u.id from auth.users u join auth.user_type_permissions p on p.user_type_id = u.user_type_id
where p.http_method = '*' and p.resource_path = '*'
order by u.created_at, u.id limit 1;
--rollback drop trigger remember_administrator on auth.user_type_permissions; drop trigger remember_changed_administrator on auth.users; drop trigger remember_administrator on auth.users;
--rollback drop function auth.remember_administrator(); drop table auth.first_administrator;
