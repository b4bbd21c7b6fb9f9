--liquibase formatted sql

--changeset warp:0003-user-types splitStatements:false
--comment: User types are permission groups; the epoch tells every node at its next request that they changed.
create table auth.user_types (
  id uuid not null default gen_random_uuid(),
  name text not null,
  display_name text not null,
  description text not null,
  created_at timestamptz not null default now(),
  version bigint not null default 0,
  constraint user_types_pk primary key (id),
  constraint user_types_name_unique unique (name),
  constraint user_types_name_form check (name ~ '^[A-Za-z][A-Za-z0-9_-]{0,49}$')
);

create table auth.permission_metadata (
  http_method text not null,
  resource_path text not null,
  category text not null,
  display_name text not null,
  description text not null,
  sort_order integer not null,
  icon text,
  deprecated boolean not null default false,
  constraint permission_metadata_pk primary key (http_method, resource_path),
  constraint permission_metadata_http_method_known
    check (http_method in ('*', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE')),
  constraint permission_metadata_resource_path_form check (resource_path = '*' or resource_path ~ '^(/[^/]+)+$')
);

create table auth.user_type_permissions (
  user_type_id uuid not null,
  http_method text not null,
  resource_path text not null,
  constraint user_type_permissions_pk primary key (user_type_id, http_method, resource_path),
  constraint user_type_permissions_user_type_fk foreign key (user_type_id) references auth.user_types on delete cascade,
  constraint user_type_permissions_http_method_known
    check (http_method in ('*', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE')),
  constraint user_type_permissions_resource_path_form check (resource_path = '*' or resource_path ~ '^(/[^/]+)+$')
);

create table auth.permission_epoch (
  single boolean not null default true,
  epoch bigint not null default 0,
  constraint permission_epoch_pk primary key (single),
  constraint permission_epoch_one_row check (single)
);
insert into auth.permission_epoch default values;

create function auth.advance_permission_epoch() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update auth.permission_epoch set epoch = epoch + 1;
  return null;
end $$;
revoke all on function auth.advance_permission_epoch() from public;
create trigger user_types_advance_epoch after insert or update or delete on auth.user_types
  for each statement execute function auth.advance_permission_epoch();
create trigger user_type_permissions_advance_epoch after insert or update or delete on auth.user_type_permissions
  for each statement execute function auth.advance_permission_epoch();

grant select on auth.user_types, auth.user_type_permissions, auth.permission_metadata, auth.permission_epoch to warp_app;
--rollback drop table auth.permission_epoch; drop table auth.user_type_permissions; drop table auth.permission_metadata; drop table auth.user_types; drop function auth.advance_permission_epoch();
