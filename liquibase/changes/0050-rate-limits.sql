--liquibase formatted sql

--changeset warp:0050-rate-limits
--comment: The nodes count attempts together. A bucket is named by a keyed hash, so that no address and no credential stands here, and it is worth nothing once it is full again. Not logged: after a crash everybody begins with full buckets, and no write waits for the disk. Half of each page stays free, so that an update finds room beside the row.
create schema platform;
grant usage on schema platform to warp_app;

create unlogged table platform.rate_limits (
  key text not null,
  state bytea,
  expires_at bigint,
  constraint rate_limits_pk primary key (key)
) with (fillfactor = 50);
comment on column platform.rate_limits.expires_at is 'Milliseconds since 1970, as Bucket4j writes them; null while the bucket is being made.';
create index rate_limits_expiry on platform.rate_limits (expires_at);
grant select, insert, update, delete on platform.rate_limits to warp_app;

create table platform.rate_limit_key (
  only_one boolean not null default true,
  key bytea not null,
  constraint rate_limit_key_pk primary key (only_one),
  constraint rate_limit_key_only_one check (only_one)
);
insert into platform.rate_limit_key (key)
  values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
grant select on platform.rate_limit_key to warp_app;
--rollback drop table platform.rate_limit_key; drop table platform.rate_limits; drop schema platform;
