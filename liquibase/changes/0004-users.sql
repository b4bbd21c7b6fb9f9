--liquibase formatted sql

--changeset warp:0004-users
--comment: People. Bound to a provider's (issuer, subject) at the first sign-in; the address is only the first link.
create table auth.users (
  id uuid not null,
  email text not null,
  email_normalised text not null,
  display_name text not null,
  status text not null,
  user_type_id uuid,
  issuer text,
  subject text,
  created_at timestamptz not null,
  last_sign_in_at timestamptz,
  version bigint not null default 0,
  constraint users_pk primary key (id),
  constraint users_email_unique unique (email_normalised),
  constraint users_identity_unique unique (issuer, subject),
  constraint users_identity_whole check ((issuer is null) = (subject is null)),
  constraint users_status_known check (status in ('ACTIVE', 'INACTIVE')),
  constraint users_user_type_fk foreign key (user_type_id) references auth.user_types
);
grant select, insert, update on auth.users to warp_app;
--rollback drop table auth.users;
