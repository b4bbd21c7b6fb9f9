--liquibase formatted sql

--changeset warp:0007-invitations
--comment: One pending invitation per customer and address; only hashes of the links' tokens are kept.
create table auth.user_invitations (
  id uuid not null,
  customer_id uuid not null,
  email text not null,
  email_normalised text not null,
  user_type_id uuid not null,
  role text not null,
  message text,
  status text not null,
  delivery_status text not null,
  delivery_error text,
  link_generation integer not null default 1,
  invited_by uuid not null,
  created_at timestamptz not null,
  link_sent_at timestamptz,
  resent_at timestamptz,
  expires_at timestamptz not null,
  valid_for_days integer not null,
  closed_at timestamptz,
  closed_by uuid,
  close_reason text,
  version bigint not null default 0,
  constraint user_invitations_pk primary key (id),
  constraint user_invitations_customer_fk foreign key (customer_id) references accounts.customers,
  constraint user_invitations_user_type_fk foreign key (user_type_id) references auth.user_types,
  constraint user_invitations_invited_by_fk foreign key (invited_by) references auth.users,
  constraint user_invitations_closed_by_fk foreign key (closed_by) references auth.users,
  constraint user_invitations_role_known check (role in ('USER', 'ADMIN', 'OWNER')),
  constraint user_invitations_status_known check (status in ('PENDING', 'ACCEPTED', 'DECLINED', 'REVOKED', 'EXPIRED')),
  constraint user_invitations_delivery_status_known
    check (delivery_status in ('QUEUED', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED')),
  constraint user_invitations_close_whole check ((status = 'PENDING') = (closed_at is null)),
  constraint user_invitations_message_length check (length(message) <= 1000),
  constraint user_invitations_validity check (valid_for_days between 1 and 90)
);
alter table auth.user_invitations enable row level security;
alter table auth.user_invitations force row level security;
create unique index user_invitations_one_pending on auth.user_invitations (customer_id, email_normalised)
  where status = 'PENDING';
create index user_invitations_newest on auth.user_invitations (customer_id, created_at desc, id desc);
create index user_invitations_due on auth.user_invitations (expires_at) where status = 'PENDING';
create index user_invitations_closed on auth.user_invitations (closed_at) where status <> 'PENDING';
grant select, insert, update, delete on auth.user_invitations to warp_app;

create table auth.user_invitation_tokens (
  token_hash bytea not null,
  customer_id uuid not null,
  invitation_id uuid not null,
  link_generation integer not null,
  minted_at timestamptz not null,
  constraint user_invitation_tokens_pk primary key (token_hash),
  constraint user_invitation_tokens_invitation_fk foreign key (invitation_id)
    references auth.user_invitations on delete cascade,
  constraint user_invitation_tokens_hash_length check (length(token_hash) = 32)
);
alter table auth.user_invitation_tokens enable row level security;
alter table auth.user_invitation_tokens force row level security;
create index user_invitation_tokens_of_invitation on auth.user_invitation_tokens (customer_id, invitation_id);
create index user_invitation_tokens_invitation on auth.user_invitation_tokens (invitation_id);
grant select, insert on auth.user_invitation_tokens to warp_app;
--rollback drop table auth.user_invitation_tokens; drop table auth.user_invitations;
