--liquibase formatted sql

--changeset warp:0018-audit-chain splitStatements:false
--comment: Whoever rewrites the log is found out: each event holds the hash of the one before it in the chain of its customer, or, if it concerns none, of the person who acts. Partitions by month let the owner end the retention of what is old without breaking a chain. The application writes neither time nor place nor hash.
alter table audit.events rename to events_unchained;
alter table audit.events_unchained rename constraint events_pk to events_unchained_pk;
drop index audit.events_of_customer;

-- Where each chain stands. One row is for events without customer of nobody.
create table audit.chains (
  id bigint generated always as identity,
  customer_id uuid,
  actor_id uuid,
  sequence bigint not null,
  hash bytea,
  last_at timestamptz,
  dropped_to bigint not null default 0,
  dropped_hash bytea,
  constraint chains_pk primary key (id),
  constraint chains_one_each unique nulls not distinct (customer_id, actor_id),
  constraint chains_of_customer_or_actor check (customer_id is null or actor_id is null)
);
alter table audit.chains enable row level security;
alter table audit.chains force row level security;
create policy owner_migrates on audit.chains to warp_owner using (true) with check (true);
create policy caller_reads on audit.chains for select to warp_app using (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = chains.customer_id));
grant select on audit.chains to warp_app;

create table audit.events (
  id uuid not null default gen_random_uuid(),
  occurred_at timestamptz not null default clock_timestamp(),
  customer_id uuid,
  actor_id uuid,
  actor text not null,
  on_behalf_of uuid,
  action text not null,
  subject_type text not null,
  subject_id uuid,
  request_id text,
  address text,
  details jsonb not null default '{}',
  sequence bigint not null,
  previous_hash bytea,
  hash bytea not null,
  constraint events_pk primary key (occurred_at, id)
) partition by range (occurred_at);
alter table audit.events enable row level security;
alter table audit.events force row level security;
create index events_of_customer on audit.events (customer_id, occurred_at desc, id desc);
create index events_of_actor on audit.events (actor_id, occurred_at desc, id desc);
create index events_of_subject on audit.events (subject_id, occurred_at desc, id desc);

-- What no month was made for: an event is never refused for its time.
create table audit.events_rest partition of audit.events default;
alter table audit.events_rest enable row level security;
alter table audit.events_rest force row level security;

create policy owner_migrates on audit.events to warp_owner using (true) with check (true);
create policy caller_reads on audit.events for select to warp_app using (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = events.customer_id));
create policy anyone_adds_without_customer on audit.events for insert to warp_app with check (customer_id is null);
create policy caller_adds on audit.events for insert to warp_app with check (
  (select exists (select from auth.caller_unrestricted))
  or (select true from auth.caller_customers c where c.customer_id = events.customer_id));
create policy bearer_adds on audit.events for insert to warp_app with check (
  customer_id = (select b.customer_id from auth.bearer_invitation b));
create policy job_adds on audit.events for insert to warp_app with check (
  (select current_setting('warp.job', true)) in ('mail-delivery', 'invitation-expiry', 'invitation-cleanup'));
grant select on audit.events to warp_app;
grant insert (customer_id, actor_id, actor, on_behalf_of, action, subject_type, subject_id, request_id, address, details)
  on audit.events to warp_app;

-- docs/audit.md tells how to compute it elsewhere. A length goes before each value, so that no two events read the same.
create function audit.hash_of(event audit.events) returns bytea language plpgsql stable as $$
begin
  return sha256(convert_to(concat('warp-audit-1',
    octet_length(event.sequence::text) || ':' || event.sequence,
    coalesce('64:' || encode(event.previous_hash, 'hex'), '-'),
    '36:' || event.id,
    '27:' || to_char(event.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    coalesce('36:' || event.customer_id, '-'),
    coalesce('36:' || event.actor_id, '-'),
    octet_length(convert_to(event.actor, 'UTF8')) || ':' || event.actor,
    coalesce('36:' || event.on_behalf_of, '-'),
    octet_length(convert_to(event.action, 'UTF8')) || ':' || event.action,
    octet_length(convert_to(event.subject_type, 'UTF8')) || ':' || event.subject_type,
    coalesce('36:' || event.subject_id, '-'),
    coalesce(octet_length(convert_to(event.request_id, 'UTF8')) || ':' || event.request_id, '-'),
    coalesce(octet_length(convert_to(event.address, 'UTF8')) || ':' || event.address, '-'),
    octet_length(convert_to(event.details::text, 'UTF8')) || ':' || event.details), 'UTF8'));
end $$;

-- The head stays locked until the transaction ends, so that numbers have no gaps and times follow the numbers.
create function audit.link() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  head record;
  event audit.events;
  at timestamptz;
begin
  insert into audit.chains as c (customer_id, actor_id, sequence)
  values (new.customer_id, case when new.customer_id is null then new.actor_id end, 1)
  on conflict (customer_id, actor_id) do update set sequence = c.sequence + 1
  returning c.id, c.sequence, c.hash, c.last_at into head;

  -- The default was taken before the wait for the head. An earlier time is one that is carried over.
  at := greatest(
    case when new.occurred_at < statement_timestamp() then new.occurred_at else clock_timestamp() end,
    head.last_at + interval '1 microsecond');
  -- The partition is chosen: a wait across midnight can't change the month any more.
  if date_trunc('month', at, 'UTC') = date_trunc('month', new.occurred_at, 'UTC') then
    new.occurred_at := at;
  end if;
  new.sequence := head.sequence;
  new.previous_hash := head.hash;
  event := new;
  new.hash := audit.hash_of(event);

  update audit.chains set hash = new.hash, last_at = greatest(head.last_at, new.occurred_at) where id = head.id;
  return new;
end $$;
create trigger link before insert on audit.events for each row execute function audit.link();

create function audit.make_partition(month date) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  partition text := 'events_' || to_char(month, 'YYYY_MM');
begin
  execute format('create table audit.%I partition of audit.events for values from (%L) to (%L)', partition,
    month::timestamp at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
  execute format('alter table audit.%I enable row level security', partition);
  execute format('alter table audit.%I force row level security', partition);
end $$;

-- A month whose events already are in the rest stays there.
create function audit.make_partitions() returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
declare
  this_month timestamp := date_trunc('month', now() at time zone 'UTC');
  month timestamp;
  made integer := 0;
begin
  perform pg_advisory_xact_lock('audit.events'::regclass::oid::bigint);
  for month in select generate_series(this_month, this_month + interval '12 months', interval '1 month') loop
    if to_regclass('audit.events_' || to_char(month, 'YYYY_MM')) is null
        and not exists (select from audit.events e
          where e.occurred_at >= month at time zone 'UTC'
            and e.occurred_at < (month + interval '1 month') at time zone 'UTC') then
      perform audit.make_partition(month::date);
      made := made + 1;
    end if;
  end loop;
  return made;
end $$;

-- The first place of each chain at which it does not hold; with the rights and the reach of the caller. Null: the
-- chains without customer. MISSING: nothing has that number. REORDERED: it does not follow the one before it.
-- TAMPERED: it is not what was written.
create function audit.verify(of_customer uuid) returns table (
    actor_id uuid, events bigint, last_sequence bigint, last_hash bytea, broken_at bigint, fault text)
  language sql stable as $$
  with heads as (
    select coalesce(c.actor_id, '00000000-0000-0000-0000-000000000000') as chain, c.*
    from audit.chains c
    where c.customer_id = of_customer or (of_customer is null and c.customer_id is null)
  ), links as materialized (
    select coalesce(case when of_customer is null then e.actor_id end, '00000000-0000-0000-0000-000000000000') as chain,
      e.sequence, e.previous_hash, e.hash, e.hash is distinct from audit.hash_of(e) as altered
    from audit.events e
    where e.customer_id = of_customer or (of_customer is null and e.customer_id is null)
  ), neighbours as (
    select l.*, lag(l.hash, 1, h.dropped_hash) over w as hash_before,
      lag(l.sequence, 1, coalesce(h.dropped_to, 0)) over w + 1 as expected,
      lead(l.sequence) over w is null as is_last
    from links l left join heads h on h.chain = l.chain
    window w as (partition by l.chain order by l.sequence)
  ), walked as (
    select n.chain, count(*) as events, max(n.sequence) as sequence,
      (array_agg(n.hash) filter (where n.is_last))[1] as hash,
      min(case
        when n.sequence > n.expected then array[n.expected, 1]
        when n.sequence < n.expected then array[n.sequence, 2]
        when n.previous_hash is distinct from n.hash_before then array[n.sequence, 2]
        when n.altered then array[n.sequence, 3]
      end) as fault
    from neighbours n
    group by n.chain
  ), compared as (
    select coalesce(h.chain, w.chain) as chain, coalesce(w.events, 0) as events,
      coalesce(w.sequence, h.dropped_to) as sequence, coalesce(w.hash, h.dropped_hash) as hash,
      coalesce(w.fault, case
        when coalesce(w.sequence, h.dropped_to) < h.sequence then array[coalesce(w.sequence, h.dropped_to) + 1, 1]
        when w.sequence > coalesce(h.sequence, 0) then array[coalesce(h.sequence, 0) + 1, 2]
        when coalesce(w.hash, h.dropped_hash) is distinct from h.hash then array[w.sequence, 3]
      end) as fault
    from heads h full join walked w on w.chain = h.chain
  )
  select nullif(c.chain, '00000000-0000-0000-0000-000000000000'), c.events, c.sequence, c.hash, c.fault[1],
    (array['MISSING', 'REORDERED', 'TAMPERED'])[c.fault[2]]
  from compared c
$$;

-- For the owner, as the end of retention: whole months before the one of this day. Chains remember where the rest begins.
create function audit.drop_events_before(day date) returns bigint
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  month timestamp := date_trunc('month', day::timestamp);
  cut timestamptz := month at time zone 'UTC';
  partition name;
  dropped bigint;
begin
  if month > date_trunc('month', now() at time zone 'UTC') then
    raise exception 'Months that have not ended are not dropped';
  end if;
  lock table audit.events in access exclusive mode;
  select count(*) into dropped from audit.events where occurred_at < cut;
  with last as (
    select distinct on (e.customer_id, c.actor_id) e.customer_id, c.actor_id, e.sequence, e.hash
    from audit.events e cross join lateral (select case when e.customer_id is null then e.actor_id end) as c (actor_id)
    where e.occurred_at < cut
    order by e.customer_id, c.actor_id, e.sequence desc
  )
  update audit.chains c set dropped_to = l.sequence, dropped_hash = l.hash
  from last l
  where (c.customer_id is null) = (l.customer_id is null)
    and coalesce(c.customer_id, c.actor_id, '00000000-0000-0000-0000-000000000000')
      = coalesce(l.customer_id, l.actor_id, '00000000-0000-0000-0000-000000000000');
  -- What waited for its chain across midnight bears a smaller number than some that came after it and go.
  delete from audit.events e using audit.chains c
  where e.occurred_at >= cut and e.occurred_at < cut + interval '1 day' and e.sequence <= c.dropped_to
    and (e.customer_id = c.customer_id or (e.customer_id is null and c.customer_id is null
      and e.actor_id is not distinct from c.actor_id));
  for partition in
    select p.relname from pg_inherits i join pg_class p on p.oid = i.inhrelid
    where i.inhparent = 'audit.events'::regclass and p.relname ~ '^events_\d{4}_\d{2}$'
      and p.relname < 'events_' || to_char(month, 'YYYY_MM')
  loop
    execute format('drop table audit.%I', partition);
  end loop;
  delete from audit.events where occurred_at < cut;
  insert into audit.events (actor, action, subject_type, details)
  values ('database:' || session_user, 'audit.dropped', 'audit', jsonb_build_object('older_than', cut, 'events', dropped));
  return dropped;
end $$;

revoke all on all functions in schema audit from public;
grant execute on function audit.hash_of(audit.events), audit.verify(uuid), audit.make_partitions()
  to warp_app;

select audit.make_partition(m.month) from (
  select distinct date_trunc('month', occurred_at at time zone 'UTC')::date as month from audit.events_unchained) m
order by m.month;
select audit.make_partitions();
insert into audit.events (occurred_at, customer_id, actor_id, actor, action, subject_type, subject_id, request_id, address, details)
select occurred_at, customer_id, actor_id, actor, action, subject_type, subject_id, request_id, address, details
from audit.events_unchained order by id;
drop table audit.events_unchained;
--rollback alter table audit.events rename to events_chained; alter table audit.events_chained rename constraint events_pk to events_chained_pk;
--rollback drop index audit.events_of_customer;
--rollback create table audit.events (id bigint generated always as identity, occurred_at timestamptz not null default clock_timestamp(), customer_id uuid, actor_id uuid, actor text not null, action text not null, subject_type text not null, subject_id uuid, request_id text, address text, details jsonb not null default '{}', constraint events_pk primary key (id));
--rollback create policy owner_migrates on audit.events to warp_owner using (true) with check (true);
--rollback insert into audit.events (occurred_at, customer_id, actor_id, actor, action, subject_type, subject_id, request_id, address, details) select occurred_at, customer_id, actor_id, actor, action, subject_type, subject_id, request_id, address, details from audit.events_chained order by occurred_at, sequence;
--rollback drop function audit.drop_events_before(date); drop function audit.verify(uuid); drop function audit.make_partitions(); drop function audit.make_partition(date); drop function audit.hash_of(audit.events_chained);
--rollback drop table audit.events_chained; drop function audit.link(); drop table audit.chains;
--rollback alter table audit.events enable row level security; alter table audit.events force row level security;
--rollback create index events_of_customer on audit.events (customer_id, id); grant select, insert on audit.events to warp_app;
--rollback create policy caller_reads on audit.events for select to warp_app using (exists (select from auth.caller_unrestricted) or exists (select from auth.caller_customers c where c.customer_id = events.customer_id));
--rollback create policy anyone_adds_without_customer on audit.events for insert to warp_app with check (customer_id is null);
--rollback create policy caller_adds on audit.events for insert to warp_app with check (exists (select from auth.caller_unrestricted) or exists (select from auth.caller_customers c where c.customer_id = events.customer_id));
--rollback create policy bearer_adds on audit.events for insert to warp_app with check (customer_id = (select b.customer_id from auth.bearer_invitation b));
--rollback create policy job_adds on audit.events for insert to warp_app with check ((select current_setting('warp.job', true)) in ('mail-delivery', 'invitation-expiry', 'invitation-cleanup'));
