--liquibase formatted sql

--changeset warp:0105-addresses-are-known splitStatements:false rollbackSplitStatements:false
--comment: Who was invited and has no account is an address. What the export and the erasure find by addresses stands in functions of its own, so that people with and without account share it. Also found now: what the audit log says of invitations that are removed, and a suppression that is kept as a hash. Of two things at the same time the erasure takes each as a whole or leaves it.
drop function auth.erase_person(uuid, uuid);
drop function auth.personal_data(uuid, text, timestamptz, uuid, integer);
drop function audit.shown_to(uuid, jsonb);
drop function auth.invitations_to(uuid);

-- What somebody wrote, as addresses are compared. Without a search_path it becomes part of the query that asks.
create function auth.as_address(written text) returns text
  language sql immutable as $$
  select pg_catalog.lower(pg_catalog.btrim(written, E' \t\n\x0b\f\r'))
$$;

create function auth.invitations_to(addresses text[]) returns uuid[]
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select array(select i.id from auth.user_invitations i where i.email_normalised = any (addresses))
$$;

-- Also of somebody who was erased and came again.
create function notification.suppressions_of(addresses text[]) returns uuid[]
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select array(select s.id from notification.suppressions s
    where s.address = any (addresses || array(select notification.hidden(a) from unnest(addresses) a)))
$$;

-- Whatever the log tells of, if an address is named there.
create function audit.subjects_naming(addresses text[]) returns uuid[]
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select array(select distinct v.about from audit.personal_values v
    where md5(lower(v.value)) in (select md5(a) from unnest(addresses) a) and lower(v.value) = any (addresses))
$$;

create function audit.names(details jsonb, addresses text[]) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from jsonb_each_text(details) d join audit.personal_values v on v.token = d.value
    where d.value like 'personal:%' and lower(v.value) = any (addresses))
$$;

-- What is the addresses' own: invitations to them, also those that are removed by now, their suppressions and exports.
create function audit.subjects_of(addresses text[]) returns uuid[]
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select array(
    select distinct e.subject_id from audit.events e
    where e.subject_id = any (audit.subjects_naming(addresses))
      and e.subject_type in ('invitation', 'suppression', 'address')
      and audit.names(jsonb_build_object('email', e.details -> 'email', 'address', e.details -> 'address'), addresses))
$$;

-- What of the details is about these or is one of the addresses; what names somebody else is withheld.
create function audit.shown_to(own uuid[], addresses text[], details jsonb) returns jsonb
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_object_agg(d.key, case when d.value #>> '{}' like 'personal:%'
    then coalesce(
      (select to_jsonb(v.value) from audit.personal_values v
       where v.token = d.value #>> '{}' and (v.about = any (own) or lower(v.value) = any (addresses))),
      '"withheld"')
    else d.value end), '{}')
  from jsonb_each(details) d
$$;

-- All that is kept of a person with these addresses; of who has no account, of the addresses alone.
create function auth.kept_of(
    of_person uuid, addresses text[], section text, after_at timestamptz, after_id uuid, most integer)
  returns table (at timestamptz, id uuid, item jsonb)
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  received uuid[] := auth.invitations_to(addresses);
  suppressed uuid[] := notification.suppressions_of(addresses);
  own uuid[] := received || suppressed || audit.subjects_of(addresses);
  named uuid[] := audit.subjects_naming(addresses);
begin
  case section
  when 'account' then return query
    select u.created_at, u.id, jsonb_strip_nulls(jsonb_build_object('id', u.id, 'email', u.email,
      'email_normalised', u.email_normalised, 'display_name', u.display_name, 'status', u.status, 'user_type', t.name, 'locale', u.locale, 'time_zone', u.time_zone,
      'issuer', u.issuer, 'subject', u.subject, 'created_at', u.created_at, 'last_sign_in_at', u.last_sign_in_at))
    from auth.users u left join auth.user_types t on t.id = u.user_type_id
    where u.id = of_person and (u.created_at, u.id) > (after_at, after_id);
  when 'grants' then return query
    select g.granted_at, g.customer_id, jsonb_strip_nulls(jsonb_build_object('customer_id', g.customer_id,
      'ban', c.ban, 'company_name', c.company_name, 'user_type', t.name, 'role', g.role, 'granted_at', g.granted_at))
    from auth.user_customer_access g
    join accounts.customers c on c.id = g.customer_id left join auth.user_types t on t.id = g.user_type_id
    where g.user_id = of_person and (g.granted_at, g.customer_id) > (after_at, after_id)
    order by g.granted_at, g.customer_id limit most;
  when 'sessions' then return query
    select s.opened_at, s.id, jsonb_strip_nulls(to_jsonb(s) - 'user_id')
    from auth.sessions s
    where s.user_id = of_person and (s.opened_at, s.id) > (after_at, after_id)
    order by s.opened_at, s.id limit most;
  when 'invitations_received' then return query
    select i.created_at, i.id, jsonb_strip_nulls(jsonb_build_object('id', i.id, 'customer_id', i.customer_id,
      'company_name', c.company_name, 'email', i.email, 'email_normalised', i.email_normalised, 'user_type', t.name,
      'role', i.role, 'message', i.message, 'status', i.status, 'delivery_status', i.delivery_status,
      'delivery_error', i.delivery_error, 'created_at', i.created_at, 'link_sent_at', i.link_sent_at,
      'opened_at', i.opened_at, 'renewal_requested_at', i.renewal_requested_at, 'expires_at', i.expires_at,
      'closed_at', i.closed_at, 'close_reason', i.close_reason))
    from auth.user_invitations i
    join accounts.customers c on c.id = i.customer_id join auth.user_types t on t.id = i.user_type_id
    where i.id = any (received) and (i.created_at, i.id) > (after_at, after_id)
    order by i.created_at, i.id limit most;
  when 'invitations_sent' then return query
    select i.created_at, i.id, jsonb_strip_nulls(jsonb_build_object('id', i.id, 'customer_id', i.customer_id,
      'invited_by_name', i.invited_by_name, 'message', i.message, 'status', i.status, 'created_at', i.created_at))
    from auth.user_invitations i
    where i.invited_by = of_person and (i.created_at, i.id) > (after_at, after_id)
    order by i.created_at, i.id limit most;
  when 'invitation_batches' then return query
    select b.created_at, b.id, jsonb_build_object('id', b.id, 'customer_id', b.customer_id,
      'uploaded_by_name', b.uploaded_by_name, 'status', b.status, 'row_count', b.row_count, 'created_at', b.created_at)
    from auth.invitation_batches b
    where b.uploaded_by = of_person and (b.created_at, b.id) > (after_at, after_id)
    order by b.created_at, b.id limit most;
  when 'invitation_batch_rows' then return query
    select b.created_at, k.id, jsonb_strip_nulls(to_jsonb(r))
    from auth.invitation_batch_rows r
    join auth.invitation_batches b on b.id = r.batch_id and b.customer_id = r.customer_id
    cross join lateral (select md5(concat_ws(' ', r.batch_id, r.row_number))::uuid as id) k
    where (auth.as_address(r.email) = any (addresses) or r.invitation_id = any (received))
      and (b.created_at, k.id) > (after_at, after_id)
    order by b.created_at, k.id limit most;
  when 'mails' then return query
    select o.created_at, o.id, jsonb_strip_nulls(jsonb_build_object('id', o.id, 'customer_id', o.customer_id,
      'kind', o.kind, 'status', o.status, 'created_at', o.created_at, 'finished_at', o.finished_at,
      'last_error', o.last_error, 'events', (
        select jsonb_agg(jsonb_build_object('kind', e.kind, 'reason', e.reason, 'source_id', e.source_id,
          'happened_at', e.happened_at) order by e.happened_at, e.id)
        from notification.mail_events e where e.mail_id = o.id)))
    from notification.outbox o
    where case o.kind when 'RENEWAL_REQUEST' then exists (
          select from auth.user_invitations i where i.id = o.subject_id and i.invited_by = of_person)
        else o.subject_id = any (received) end
      and (o.created_at, o.id) > (after_at, after_id)
    order by o.created_at, o.id limit most;
  when 'suppressions' then return query
    select s.created_at, s.id, jsonb_build_object('address', s.address, 'reason', s.reason, 'created_at', s.created_at)
    from notification.suppressions s
    where s.id = any (suppressed) and (s.created_at, s.id) > (after_at, after_id);
  when 'api_keys' then return query
    select k.created_at, k.id, jsonb_strip_nulls(jsonb_build_object('id', k.id, 'customer_id', k.customer_id,
      'name', k.name, 'prefix', k.prefix, 'created_at', k.created_at,
      'created_by_name', case when k.created_by = of_person then k.created_by_name end,
      'revoke_reason', case when k.revoked_by = of_person then k.revoke_reason end))
    from auth.api_keys k
    where of_person in (k.created_by, k.revoked_by) and (k.created_at, k.id) > (after_at, after_id)
    order by k.created_at, k.id limit most;
  when 'idempotency_keys' then return query
    select k.used_at, h.id, jsonb_build_object('customer_id', k.customer_id, 'operation', k.operation, 'used_at', k.used_at)
    from auth.idempotency_keys k cross join lateral (select md5(k.customer_id || encode(k.key_hash, 'hex'))::uuid as id) h
    where k.actor_id = of_person and (k.used_at, h.id) > (after_at, after_id)
    order by k.used_at, h.id limit most;
  when 'platform_idempotency_keys' then return query
    select k.used_at, h.id, jsonb_build_object('operation', k.operation, 'used_at', k.used_at)
    from auth.platform_idempotency_keys k cross join lateral (select md5(encode(k.key_hash, 'hex'))::uuid as id) h
    where k.actor_id = of_person and (k.used_at, h.id) > (after_at, after_id)
    order by k.used_at, h.id limit most;
  when 'customer_notes' then return query
    select n.created_at, n.id, jsonb_strip_nulls(jsonb_build_object('id', n.id, 'customer_id', n.customer_id,
      'kind', n.kind, 'created_at', n.created_at, 'mentions_the_address', n.author_id is distinct from of_person,
      'author_name', case when n.author_id = of_person then n.author_name end))
    from accounts.customer_notes n
    where (n.author_id = of_person
        or exists (select from unnest(addresses) a where position(a in lower(n.text)) > 0))
      and (n.created_at, n.id) > (after_at, after_id)
    order by n.created_at, n.id limit most;
  when 'contact_of_customers' then return query
    select c.created_at, c.id, jsonb_strip_nulls(jsonb_build_object('customer_id', c.id, 'company_name', c.company_name,
      'contact_name', c.contact_name, 'contact_email', c.contact_email, 'contact_phone', c.contact_phone))
    from accounts.customers c
    where lower(c.contact_email) = any (addresses) and (c.created_at, c.id) > (after_at, after_id)
    order by c.created_at, c.id limit most;
  when 'reply_address_of_customers' then return query
    select '-infinity'::timestamptz, s.customer_id, jsonb_build_object('customer_id', s.customer_id, 'reply_to', s.reply_to)
    from auth.invitation_settings s
    where lower(s.reply_to) = any (addresses) and ('-infinity'::timestamptz, s.customer_id) > (after_at, after_id)
    order by s.customer_id limit most;
  when 'events_by_the_person' then return query
    select e.occurred_at, e.id, jsonb_strip_nulls(jsonb_build_object('occurred_at', e.occurred_at, 'action', e.action,
      'customer_id', e.customer_id, 'subject_type', e.subject_type, 'subject_id', e.subject_id,
      'request_id', e.request_id, 'address', audit.shown_to(own || of_person, addresses, jsonb_build_object('at', e.address)) ->> 'at',
      'details', audit.shown_to(own || of_person, addresses, e.details)))
    from audit.events e
    where e.actor_id = of_person and (e.occurred_at, e.id) > (after_at, after_id)
    order by e.occurred_at, e.id limit most;
  when 'events_about_the_person' then return query
    select e.occurred_at, e.id, jsonb_strip_nulls(jsonb_build_object('occurred_at', e.occurred_at, 'action', e.action,
      'customer_id', e.customer_id, 'address', case when e.actor = 'invitee'
        then audit.shown_to(own || of_person, addresses, jsonb_build_object('at', e.address)) ->> 'at' end,
      'details', audit.shown_to(own || of_person, addresses, e.details)))
    from audit.events e
    where e.subject_id = any (own || of_person || array(select s.id from auth.sessions s where s.user_id = of_person)
          || named)
      and (e.subject_id <> all (named) or e.subject_id = any (own || of_person) or audit.names(e.details, addresses))
      and (of_person is null or e.actor_id is distinct from of_person)
      and (e.occurred_at, e.id) > (after_at, after_id)
    order by e.occurred_at, e.id limit most;
  end case;
end $$;

create function auth.personal_data(of_person uuid, section text, after_at timestamptz, after_id uuid, most integer)
  returns table (at timestamptz, id uuid, item jsonb)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from auth.caller_unrestricted)
      and not exists (select from auth.caller c where c.user_id = of_person) then
    raise insufficient_privilege using message = 'Personal data is for its person';
  end if;
  return query select k.at, k.id, k.item
    from auth.kept_of(of_person, auth.addresses_of(of_person), section, after_at, after_id, most) k;
end $$;

-- Until the end of the transaction nobody else changes what is about the addresses, nor what the person has invited to;
-- in the order in which others lock. What comes while this waits is not held. Others may refer to an invitation meanwhile.
create function auth.hold_traces(of_person uuid, addresses text[], out uploads uuid[], out received uuid[])
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  uploads := array(
    select b.id from auth.invitation_batches b
    where b.finished_at is null and exists (select from auth.invitation_batch_rows r
      where r.customer_id = b.customer_id and r.batch_id = b.id and auth.as_address(r.email) = any (addresses))
    order by b.id for update);
  perform from auth.invitation_settings s where lower(s.reply_to) = any (addresses) order by s.customer_id for update;
  received := auth.invitations_to(addresses);
  perform from notification.outbox o where o.subject_id = any (received) order by o.id for update;
  perform from auth.user_invitations i
  where i.id = any (received) or (i.invited_by = of_person and i.status = 'PENDING')
  order by i.customer_id, i.id for no key update;
end $$;

create function auth.revoke_of_erased(invitations uuid[], by_person uuid)
  returns table (customer_id uuid, action text, subject_type text, subject_id uuid)
  language sql set search_path = pg_catalog, pg_temp as $$
  with revoked as (
    update auth.user_invitations i
    set status = 'REVOKED', closed_at = clock_timestamp(), closed_by = by_person, close_reason = 'person_erased'
    where i.status = 'PENDING' and i.id = any (invitations)
    returning i.customer_id, i.id
  )
  select r.customer_id, 'invitation.revoked', 'invitation', r.id from revoked r
$$;

create function notification.forget_mails(mails uuid[]) returns void
  language sql set search_path = pg_catalog, pg_temp as $$
  update notification.mail_events e
  set reason = null, source_id = case when e.source_id is not null then 'erased ' || e.id end
  where e.mail_id = any (mails);
  update notification.outbox o set last_error = null,
    status = case o.status when 'QUEUED' then 'CANCELLED' else o.status end,
    finished_at = coalesce(o.finished_at, clock_timestamp())
  where o.id = any (mails);
$$;

-- Goes on being suppressed. What is suppressed meanwhile is not forgotten.
create function notification.hide(suppressed uuid[]) returns void
  language sql set search_path = pg_catalog, pg_temp as $$
  update notification.suppressions s set address = notification.hidden(s.address)
  where s.id = any (suppressed) and s.address not like 'hidden:%' and not exists (
    select from notification.suppressions h where h.address = notification.hidden(s.address));
  delete from notification.suppressions s where s.id = any (suppressed) and s.address not like 'hidden:%';
$$;

-- Whatever is found by the addresses and by the invitations to them. What somebody writes about them meanwhile is left as
-- a whole: it comes after the erasure.
create function auth.forget_addresses(addresses text[], received uuid[], uploads uuid[], pseudonym text)
  returns table (customer_id uuid, action text, subject_type text, subject_id uuid)
  language plpgsql set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  address text;
  suppressed uuid[] := notification.suppressions_of(addresses);
  told uuid[] := audit.subjects_of(addresses);
  later uuid[];
begin
  return query
    with changed as (
      update auth.invitation_settings s set reply_to = null, version = s.version + 1
      where lower(s.reply_to) = any (addresses) returning s.customer_id
    )
    select c.customer_id, 'invitation_settings.changed', 'customer', c.customer_id from changed c;

  perform notification.forget_mails(array(select o.id from notification.outbox o where o.subject_id = any (received)));
  delete from auth.user_invitation_tokens t where t.invitation_id = any (received);
  -- Not an address, so that a row that waits invites nobody.
  update auth.invitation_batch_rows r set email = 'erased', message = ''
  from auth.invitation_batches b
  where b.customer_id = r.customer_id and b.id = r.batch_id and (b.finished_at is not null or b.id = any (uploads))
    and (r.invitation_id = any (received) or (auth.as_address(r.email) = any (addresses) and not exists (
      select from auth.user_invitations i where i.id = r.invitation_id and i.id <> all (received))));
  update auth.user_invitations i
  set email = pseudonym, email_normalised = pseudonym, message = null, delivery_error = null,
    close_reason = case i.close_reason when 'person_erased' then i.close_reason end, version = i.version + 1
  where i.id = any (received);

  foreach address in array addresses loop
    update accounts.customer_notes n
    set text = regexp_replace(n.text, regexp_replace(address, '([^A-Za-z0-9@])', '\\\1', 'g'), 'erased', 'gi'),
      version = n.version + 1
    where position(address in lower(n.text)) > 0;
  end loop;

  perform notification.hide(suppressed);
  later := array(
    select i.id from auth.user_invitations i where i.email_normalised = any (addresses)
    union all select s.id from notification.suppressions s where s.address = any (addresses));
  delete from audit.personal_values v
  where v.about <> all (later)
    and (v.about = any (received || suppressed || told) or md5(lower(v.value)) in (select md5(a) from unnest(addresses) a));
end $$;

-- What became of it, for the audit log: one row for each grant that ended and each thing of a customer that changed.
create function auth.erase_person(of_person uuid, by_person uuid)
  returns table (customer_id uuid, action text, subject_type text, subject_id uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  addresses text[] := auth.addresses_of(of_person);
  uploads uuid[];
  pseudonym constant text := format('erased-%s@erased.invalid', of_person);
begin
  if not exists (select from auth.caller_unrestricted c where c.user_id = by_person and by_person <> of_person) then
    raise insufficient_privilege using message = 'People are erased by somebody else who holds everything';
  end if;

  -- Invitations before people.
  uploads := (select h.uploads from auth.hold_traces(of_person, addresses) h);
  perform from auth.users u where u.id = of_person for update;
  -- What was accepted during the wait.
  addresses := auth.addresses_of(of_person);

  return query
    with ended as (
      delete from auth.user_customer_access g where g.user_id = of_person returning g.customer_id
    )
    select e.customer_id, 'member.removed', 'user', of_person from ended e;
  return query select * from auth.revoke_of_erased(auth.invitations_to(addresses) || array(
    select i.id from auth.user_invitations i where i.invited_by = of_person and i.status = 'PENDING'), by_person);
  return query select * from auth.forget_addresses(addresses, auth.invitations_to(addresses), uploads, pseudonym);
  perform notification.forget_mails(array(
    select o.id from notification.outbox o join auth.user_invitations i on i.id = o.subject_id
    where o.kind = 'RENEWAL_REQUEST' and i.invited_by = of_person));

  update auth.users u
  set email = pseudonym, email_normalised = pseudonym, display_name = 'Erased person', status = 'ERASED',
    erased_at = clock_timestamp(), user_type_id = null, issuer = null, subject = null, last_sign_in_at = null,
    locale = null, time_zone = null, version = u.version + 1
  where u.id = of_person;
  perform auth.forget_traces(of_person);
end $$;

revoke all on function auth.as_address(text), auth.invitations_to(text[]), notification.suppressions_of(text[]),
  audit.subjects_naming(text[]), audit.names(jsonb, text[]), audit.subjects_of(text[]),
  audit.shown_to(uuid[], text[], jsonb), auth.kept_of(uuid, text[], text, timestamptz, uuid, integer),
  auth.personal_data(uuid, text, timestamptz, uuid, integer), auth.hold_traces(uuid, text[]),
  auth.revoke_of_erased(uuid[], uuid), notification.forget_mails(uuid[]), notification.hide(uuid[]),
  auth.forget_addresses(text[], uuid[], uuid[], text), auth.erase_person(uuid, uuid) from public;
grant execute on function auth.personal_data(uuid, text, timestamptz, uuid, integer), auth.erase_person(uuid, uuid)
  to warp_app;
--rollback drop function auth.erase_person(uuid, uuid); drop function auth.forget_addresses(text[], uuid[], uuid[], text);
--rollback drop function notification.hide(uuid[]); drop function notification.forget_mails(uuid[]);
--rollback drop function auth.revoke_of_erased(uuid[], uuid); drop function auth.hold_traces(uuid, text[]);
--rollback drop function auth.personal_data(uuid, text, timestamptz, uuid, integer);
--rollback drop function auth.kept_of(uuid, text[], text, timestamptz, uuid, integer);
--rollback drop function audit.shown_to(uuid[], text[], jsonb); drop function audit.subjects_of(text[]);
--rollback drop function audit.names(jsonb, text[]); drop function audit.subjects_naming(text[]);
--rollback drop function notification.suppressions_of(text[]); drop function auth.invitations_to(text[]);
--rollback drop function auth.as_address(text);
--rollback create function auth.invitations_to(of_person uuid) returns uuid[]
--rollback   language sql stable set search_path = pg_catalog, pg_temp as $$
--rollback   select array(select i.id from auth.user_invitations i where i.email_normalised = any (auth.addresses_of(of_person)))
--rollback $$;
--rollback create function audit.shown_to(of_person uuid, details jsonb) returns jsonb
--rollback   language sql stable set search_path = pg_catalog, pg_temp as $$
--rollback   select coalesce(jsonb_object_agg(d.key, case when d.value #>> '{}' like 'personal:%'
--rollback     then coalesce(
--rollback       (select to_jsonb(v.value) from audit.personal_values v
--rollback        where v.token = d.value #>> '{}'
--rollback          and (v.about = of_person or v.about = any (auth.invitations_to(of_person))
--rollback            or lower(v.value) = any (auth.addresses_of(of_person)))),
--rollback       '"withheld"')
--rollback     else d.value end), '{}')
--rollback   from jsonb_each(details) d
--rollback $$;
--rollback create function auth.personal_data(of_person uuid, section text, after_at timestamptz, after_id uuid, most integer)
--rollback   returns table (at timestamptz, id uuid, item jsonb)
--rollback   language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
--rollback #variable_conflict use_column
--rollback declare
--rollback   addresses text[] := auth.addresses_of(of_person);
--rollback   received uuid[] := auth.invitations_to(of_person);
--rollback begin
--rollback   if not exists (select from auth.caller_unrestricted)
--rollback       and not exists (select from auth.caller c where c.user_id = of_person) then
--rollback     raise insufficient_privilege using message = 'Personal data is for its person';
--rollback   end if;
--rollback   case section
--rollback   when 'account' then return query
--rollback     select u.created_at, u.id, jsonb_strip_nulls(jsonb_build_object('id', u.id, 'email', u.email,
--rollback       'email_normalised', u.email_normalised, 'display_name', u.display_name, 'status', u.status, 'user_type', t.name, 'locale', u.locale, 'time_zone', u.time_zone,
--rollback       'issuer', u.issuer, 'subject', u.subject, 'created_at', u.created_at, 'last_sign_in_at', u.last_sign_in_at))
--rollback     from auth.users u left join auth.user_types t on t.id = u.user_type_id
--rollback     where u.id = of_person and (u.created_at, u.id) > (after_at, after_id);
--rollback   when 'grants' then return query
--rollback     select g.granted_at, g.customer_id, jsonb_strip_nulls(jsonb_build_object('customer_id', g.customer_id,
--rollback       'ban', c.ban, 'company_name', c.company_name, 'user_type', t.name, 'role', g.role, 'granted_at', g.granted_at))
--rollback     from auth.user_customer_access g
--rollback     join accounts.customers c on c.id = g.customer_id left join auth.user_types t on t.id = g.user_type_id
--rollback     where g.user_id = of_person and (g.granted_at, g.customer_id) > (after_at, after_id)
--rollback     order by g.granted_at, g.customer_id limit most;
--rollback   when 'sessions' then return query
--rollback     select s.opened_at, s.id, jsonb_strip_nulls(to_jsonb(s) - 'user_id')
--rollback     from auth.sessions s
--rollback     where s.user_id = of_person and (s.opened_at, s.id) > (after_at, after_id)
--rollback     order by s.opened_at, s.id limit most;
--rollback   when 'invitations_received' then return query
--rollback     select i.created_at, i.id, jsonb_strip_nulls(jsonb_build_object('id', i.id, 'customer_id', i.customer_id,
--rollback       'company_name', c.company_name, 'email', i.email, 'email_normalised', i.email_normalised, 'user_type', t.name,
--rollback       'role', i.role, 'message', i.message, 'status', i.status, 'delivery_status', i.delivery_status,
--rollback       'delivery_error', i.delivery_error, 'created_at', i.created_at, 'link_sent_at', i.link_sent_at,
--rollback       'opened_at', i.opened_at, 'renewal_requested_at', i.renewal_requested_at, 'expires_at', i.expires_at,
--rollback       'closed_at', i.closed_at, 'close_reason', i.close_reason))
--rollback     from auth.user_invitations i
--rollback     join accounts.customers c on c.id = i.customer_id join auth.user_types t on t.id = i.user_type_id
--rollback     where i.id = any (received) and (i.created_at, i.id) > (after_at, after_id)
--rollback     order by i.created_at, i.id limit most;
--rollback   when 'invitations_sent' then return query
--rollback     select i.created_at, i.id, jsonb_strip_nulls(jsonb_build_object('id', i.id, 'customer_id', i.customer_id,
--rollback       'invited_by_name', i.invited_by_name, 'message', i.message, 'status', i.status, 'created_at', i.created_at))
--rollback     from auth.user_invitations i
--rollback     where i.invited_by = of_person and (i.created_at, i.id) > (after_at, after_id)
--rollback     order by i.created_at, i.id limit most;
--rollback   when 'invitation_batches' then return query
--rollback     select b.created_at, b.id, jsonb_build_object('id', b.id, 'customer_id', b.customer_id,
--rollback       'uploaded_by_name', b.uploaded_by_name, 'status', b.status, 'row_count', b.row_count, 'created_at', b.created_at)
--rollback     from auth.invitation_batches b
--rollback     where b.uploaded_by = of_person and (b.created_at, b.id) > (after_at, after_id)
--rollback     order by b.created_at, b.id limit most;
--rollback   when 'invitation_batch_rows' then return query
--rollback     select b.created_at, k.id, jsonb_strip_nulls(to_jsonb(r))
--rollback     from auth.invitation_batch_rows r
--rollback     join auth.invitation_batches b on b.id = r.batch_id and b.customer_id = r.customer_id
--rollback     cross join lateral (select md5(concat_ws(' ', r.batch_id, r.row_number))::uuid as id) k
--rollback     where (lower(btrim(r.email)) = any (addresses) or r.invitation_id = any (received))
--rollback       and (b.created_at, k.id) > (after_at, after_id)
--rollback     order by b.created_at, k.id limit most;
--rollback   when 'mails' then return query
--rollback     select o.created_at, o.id, jsonb_strip_nulls(jsonb_build_object('id', o.id, 'customer_id', o.customer_id,
--rollback       'kind', o.kind, 'status', o.status, 'created_at', o.created_at, 'finished_at', o.finished_at,
--rollback       'last_error', o.last_error, 'events', (
--rollback         select jsonb_agg(jsonb_build_object('kind', e.kind, 'reason', e.reason, 'source_id', e.source_id,
--rollback           'happened_at', e.happened_at) order by e.happened_at, e.id)
--rollback         from notification.mail_events e where e.mail_id = o.id)))
--rollback     from notification.outbox o
--rollback     where case o.kind when 'RENEWAL_REQUEST' then exists (
--rollback           select from auth.user_invitations i where i.id = o.subject_id and i.invited_by = of_person)
--rollback         else o.subject_id = any (received) end
--rollback       and (o.created_at, o.id) > (after_at, after_id)
--rollback     order by o.created_at, o.id limit most;
--rollback   when 'suppressions' then return query
--rollback     select s.created_at, s.id, jsonb_build_object('address', s.address, 'reason', s.reason, 'created_at', s.created_at)
--rollback     from notification.suppressions s
--rollback     where s.address = any (addresses) and (s.created_at, s.id) > (after_at, after_id);
--rollback   when 'api_keys' then return query
--rollback     select k.created_at, k.id, jsonb_strip_nulls(jsonb_build_object('id', k.id, 'customer_id', k.customer_id,
--rollback       'name', k.name, 'prefix', k.prefix, 'created_at', k.created_at,
--rollback       'created_by_name', case when k.created_by = of_person then k.created_by_name end,
--rollback       'revoke_reason', case when k.revoked_by = of_person then k.revoke_reason end))
--rollback     from auth.api_keys k
--rollback     where of_person in (k.created_by, k.revoked_by) and (k.created_at, k.id) > (after_at, after_id)
--rollback     order by k.created_at, k.id limit most;
--rollback   when 'idempotency_keys' then return query
--rollback     select k.used_at, h.id, jsonb_build_object('customer_id', k.customer_id, 'operation', k.operation, 'used_at', k.used_at)
--rollback     from auth.idempotency_keys k cross join lateral (select md5(k.customer_id || encode(k.key_hash, 'hex'))::uuid as id) h
--rollback     where k.actor_id = of_person and (k.used_at, h.id) > (after_at, after_id)
--rollback     order by k.used_at, h.id limit most;
--rollback   when 'platform_idempotency_keys' then return query
--rollback     select k.used_at, h.id, jsonb_build_object('operation', k.operation, 'used_at', k.used_at)
--rollback     from auth.platform_idempotency_keys k cross join lateral (select md5(encode(k.key_hash, 'hex'))::uuid as id) h
--rollback     where k.actor_id = of_person and (k.used_at, h.id) > (after_at, after_id)
--rollback     order by k.used_at, h.id limit most;
--rollback   when 'customer_notes' then return query
--rollback     select n.created_at, n.id, jsonb_strip_nulls(jsonb_build_object('id', n.id, 'customer_id', n.customer_id,
--rollback       'kind', n.kind, 'created_at', n.created_at, 'mentions_the_address', n.author_id <> of_person,
--rollback       'author_name', case when n.author_id = of_person then n.author_name end))
--rollback     from accounts.customer_notes n
--rollback     where (n.author_id = of_person
--rollback         or exists (select from unnest(addresses) a where position(a in lower(n.text)) > 0))
--rollback       and (n.created_at, n.id) > (after_at, after_id)
--rollback     order by n.created_at, n.id limit most;
--rollback   when 'contact_of_customers' then return query
--rollback     select c.created_at, c.id, jsonb_strip_nulls(jsonb_build_object('customer_id', c.id, 'company_name', c.company_name,
--rollback       'contact_name', c.contact_name, 'contact_email', c.contact_email, 'contact_phone', c.contact_phone))
--rollback     from accounts.customers c
--rollback     where lower(c.contact_email) = any (addresses) and (c.created_at, c.id) > (after_at, after_id)
--rollback     order by c.created_at, c.id limit most;
--rollback   when 'reply_address_of_customers' then return query
--rollback     select '-infinity'::timestamptz, s.customer_id, jsonb_build_object('customer_id', s.customer_id, 'reply_to', s.reply_to)
--rollback     from auth.invitation_settings s
--rollback     where lower(s.reply_to) = any (addresses) and ('-infinity'::timestamptz, s.customer_id) > (after_at, after_id)
--rollback     order by s.customer_id limit most;
--rollback   when 'events_by_the_person' then return query
--rollback     select e.occurred_at, e.id, jsonb_strip_nulls(jsonb_build_object('occurred_at', e.occurred_at, 'action', e.action,
--rollback       'customer_id', e.customer_id, 'subject_type', e.subject_type, 'subject_id', e.subject_id,
--rollback       'request_id', e.request_id, 'address', audit.shown_to(of_person, jsonb_build_object('at', e.address)) ->> 'at',
--rollback       'details', audit.shown_to(of_person, e.details)))
--rollback     from audit.events e
--rollback     where e.actor_id = of_person and (e.occurred_at, e.id) > (after_at, after_id)
--rollback     order by e.occurred_at, e.id limit most;
--rollback   when 'events_about_the_person' then return query
--rollback     select e.occurred_at, e.id, jsonb_strip_nulls(jsonb_build_object('occurred_at', e.occurred_at, 'action', e.action,
--rollback       'customer_id', e.customer_id, 'address', case when e.actor = 'invitee'
--rollback         then audit.shown_to(of_person, jsonb_build_object('at', e.address)) ->> 'at' end,
--rollback       'details', audit.shown_to(of_person, e.details)))
--rollback     from audit.events e
--rollback     where e.subject_id = any (received || of_person || array(select s.id from auth.sessions s where s.user_id = of_person)
--rollback           || array(select s.id from notification.suppressions s where s.address = any (addresses)))
--rollback       and e.actor_id is distinct from of_person and (e.occurred_at, e.id) > (after_at, after_id)
--rollback     order by e.occurred_at, e.id limit most;
--rollback   end case;
--rollback end $$;
--rollback create function auth.erase_person(of_person uuid, by_person uuid)
--rollback   returns table (customer_id uuid, action text, subject_type text, subject_id uuid)
--rollback   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
--rollback #variable_conflict use_column
--rollback declare
--rollback   addresses text[] := auth.addresses_of(of_person);
--rollback   received uuid[] := auth.invitations_to(of_person);
--rollback   suppressed uuid[];
--rollback   address text;
--rollback   pseudonym constant text := format('erased-%s@erased.invalid', of_person);
--rollback   instant timestamptz := clock_timestamp();
--rollback begin
--rollback   if not exists (select from auth.caller_unrestricted c where c.user_id = by_person and by_person <> of_person) then
--rollback     raise insufficient_privilege using message = 'People are erased by somebody else who holds everything';
--rollback   end if;
--rollback 
--rollback   perform from auth.invitation_batches b
--rollback   where b.finished_at is null and exists (select from auth.invitation_batch_rows r
--rollback     where r.customer_id = b.customer_id and r.batch_id = b.id and lower(btrim(r.email)) = any (addresses))
--rollback   order by b.id for update;
--rollback   perform from notification.outbox o where o.subject_id = any (received) order by o.id for update;
--rollback   perform from auth.user_invitations i
--rollback   where i.id = any (received) or (i.invited_by = of_person and i.status = 'PENDING')
--rollback   order by i.customer_id, i.id for update;
--rollback   perform from auth.users u where u.id = of_person for update;
--rollback   addresses := auth.addresses_of(of_person);
--rollback   received := auth.invitations_to(of_person);
--rollback 
--rollback   return query
--rollback     with ended as (
--rollback       delete from auth.user_customer_access g where g.user_id = of_person returning g.customer_id
--rollback     )
--rollback     select e.customer_id, 'member.removed', 'user', of_person from ended e;
--rollback   return query
--rollback     with revoked as (
--rollback       update auth.user_invitations i
--rollback       set status = 'REVOKED', closed_at = instant, closed_by = by_person, close_reason = 'person_erased'
--rollback       where i.status = 'PENDING' and (i.id = any (received) or i.invited_by = of_person)
--rollback       returning i.customer_id, i.id
--rollback     )
--rollback     select r.customer_id, 'invitation.revoked', 'invitation', r.id from revoked r;
--rollback   return query
--rollback     with changed as (
--rollback       update auth.invitation_settings s set reply_to = null, version = s.version + 1
--rollback       where lower(s.reply_to) = any (addresses) returning s.customer_id
--rollback     )
--rollback     select c.customer_id, 'invitation_settings.changed', 'customer', c.customer_id from changed c;
--rollback 
--rollback   update notification.mail_events e set reason = null, source_id = case when e.source_id is not null then 'erased ' || e.id end
--rollback   from notification.outbox o
--rollback   where o.id = e.mail_id and (o.subject_id = any (received) or (o.kind = 'RENEWAL_REQUEST' and exists (
--rollback     select from auth.user_invitations i where i.id = o.subject_id and i.invited_by = of_person)));
--rollback   update notification.outbox o set last_error = null,
--rollback     status = case o.status when 'QUEUED' then 'CANCELLED' else o.status end,
--rollback     finished_at = coalesce(o.finished_at, instant)
--rollback   where o.subject_id = any (received) or (o.kind = 'RENEWAL_REQUEST' and exists (
--rollback     select from auth.user_invitations i where i.id = o.subject_id and i.invited_by = of_person));
--rollback   delete from auth.user_invitation_tokens t where t.invitation_id = any (received);
--rollback   update auth.invitation_batch_rows r set email = 'erased', message = ''
--rollback   where lower(btrim(r.email)) = any (addresses) or r.invitation_id = any (received);
--rollback   update auth.user_invitations i
--rollback   set email = pseudonym, email_normalised = pseudonym, message = null, delivery_error = null,
--rollback     close_reason = case i.close_reason when 'person_erased' then i.close_reason end, version = i.version + 1
--rollback   where i.id = any (received);
--rollback 
--rollback   foreach address in array addresses loop
--rollback     update accounts.customer_notes n
--rollback     set text = regexp_replace(n.text, regexp_replace(address, '([^A-Za-z0-9@])', '\\\1', 'g'), 'erased', 'gi'),
--rollback       version = n.version + 1
--rollback     where position(address in lower(n.text)) > 0;
--rollback   end loop;
--rollback 
--rollback   suppressed := array(select s.id from notification.suppressions s where s.address = any (addresses));
--rollback   update notification.suppressions s set address = notification.hidden(s.address)
--rollback   where s.id = any (suppressed) and not exists (
--rollback     select from notification.suppressions h where h.address = notification.hidden(s.address));
--rollback   delete from notification.suppressions s where s.address = any (addresses);
--rollback   delete from audit.personal_values v
--rollback   where v.about = any (received) or v.about = any (suppressed)
--rollback     or md5(lower(v.value)) in (select md5(a) from unnest(addresses) a);
--rollback 
--rollback   update auth.users u
--rollback   set email = pseudonym, email_normalised = pseudonym, display_name = 'Erased person', status = 'ERASED',
--rollback     erased_at = instant, user_type_id = null, issuer = null, subject = null, last_sign_in_at = null, locale = null, time_zone = null,
--rollback     version = u.version + 1
--rollback   where u.id = of_person;
--rollback   perform auth.forget_traces(of_person);
--rollback end $$;
--rollback revoke all on function auth.invitations_to(uuid), audit.shown_to(uuid, jsonb), auth.personal_data(uuid, text, timestamptz, uuid, integer), auth.erase_person(uuid, uuid) from public;
--rollback grant execute on function auth.personal_data(uuid, text, timestamptz, uuid, integer), auth.erase_person(uuid, uuid) to warp_app;
