--liquibase formatted sql

--changeset warp:0005-grants
--comment: What a person may do, customer by customer. No user type: the platform type of the person applies.
create table auth.user_customer_access (
  customer_id uuid not null,
  user_id uuid not null,
  user_type_id uuid,
  role text not null,
  granted_at timestamptz not null,
  granted_by uuid,
  version bigint not null default 0,
  constraint user_customer_access_pk primary key (customer_id, user_id),
  constraint user_customer_access_customer_fk foreign key (customer_id) references accounts.customers,
  constraint user_customer_access_user_fk foreign key (user_id) references auth.users,
  constraint user_customer_access_user_type_fk foreign key (user_type_id) references auth.user_types,
  constraint user_customer_access_granted_by_fk foreign key (granted_by) references auth.users,
  constraint user_customer_access_role_known check (role in ('USER', 'ADMIN', 'OWNER'))
);
alter table auth.user_customer_access enable row level security;
alter table auth.user_customer_access force row level security;
create index user_customer_access_of_user on auth.user_customer_access (user_id, user_type_id, customer_id);
create index user_customer_access_reach on auth.user_customer_access (user_id, customer_id) include (user_type_id);
grant select, insert, update on auth.user_customer_access to warp_app;
--rollback drop table auth.user_customer_access;
