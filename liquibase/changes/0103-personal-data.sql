--liquibase formatted sql

--changeset warp:0103-personal-data splitStatements:false
--comment: All that is kept of one person, wherever it stands, for that person and for who holds everything. The functions run as the owner and ask first, since nobody's own reach spans all customers. What names others is left out. Page by page, so that a long history costs a page at a time.
create index user_invitations_of_address on auth.user_invitations (email_normalised);
create index user_invitations_accepted_by on auth.user_invitations (closed_by) where status = 'ACCEPTED';

-- The address of the account, and those of the invitations that the person accepted: a provider may have changed it.
-- As they were written, too, in lower case: a domain may be written in letters that no normalised address has.
create function auth.addresses_of(of_person uuid) returns text[]
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select array(
    select a.address
    from (
      select u.email_normalised, lower(u.email) from auth.users u where u.id = of_person and u.email is not null
      union all
      select i.email_normalised, lower(i.email) from auth.user_invitations i
      where i.status = 'ACCEPTED' and i.closed_by = of_person) as known (normalised, written)
    cross join lateral (values (known.normalised), (known.written)) as a (address)
    group by a.address)
$$;

create function auth.invitations_to(of_person uuid) returns uuid[]
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select array(select i.id from auth.user_invitations i where i.email_normalised = any (auth.addresses_of(of_person)))
$$;

-- What of the details is about the person; what names somebody else is withheld.
create function audit.shown_to(of_person uuid, details jsonb) returns jsonb
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_object_agg(d.key, case when d.value #>> '{}' like 'personal:%'
    then coalesce(
      (select to_jsonb(v.value) from audit.personal_values v
       where v.token = d.value #>> '{}'
         and (v.about = of_person or v.about = any (auth.invitations_to(of_person))
           or lower(v.value) = any (auth.addresses_of(of_person)))),
      '"withheld"')
    else d.value end), '{}')
  from jsonb_each(details) d
$$;

create function auth.personal_data(of_person uuid, section text, after_at timestamptz, after_id uuid, most integer)
  returns table (at timestamptz, id uuid, item jsonb)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  addresses text[] := auth.addresses_of(of_person);
  received uuid[] := auth.invitations_to(of_person);
begin
  if not exists (select from auth.caller_unrestricted)
      and not exists (select from auth.caller c where c.user_id = of_person) then
    raise insufficient_privilege using message = 'Personal data is for its person';
  end if;
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
    where (lower(btrim(r.email)) = any (addresses) or r.invitation_id = any (received))
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
    where s.address = any (addresses) and (s.created_at, s.id) > (after_at, after_id);
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
      'kind', n.kind, 'created_at', n.created_at, 'mentions_the_address', n.author_id <> of_person,
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
      'request_id', e.request_id, 'address', audit.shown_to(of_person, jsonb_build_object('at', e.address)) ->> 'at',
      'details', audit.shown_to(of_person, e.details)))
    from audit.events e
    where e.actor_id = of_person and (e.occurred_at, e.id) > (after_at, after_id)
    order by e.occurred_at, e.id limit most;
  when 'events_about_the_person' then return query
    select e.occurred_at, e.id, jsonb_strip_nulls(jsonb_build_object('occurred_at', e.occurred_at, 'action', e.action,
      'customer_id', e.customer_id, 'address', case when e.actor = 'invitee'
        then audit.shown_to(of_person, jsonb_build_object('at', e.address)) ->> 'at' end,
      'details', audit.shown_to(of_person, e.details)))
    from audit.events e
    where e.subject_id = any (received || of_person || array(select s.id from auth.sessions s where s.user_id = of_person)
          || array(select s.id from notification.suppressions s where s.address = any (addresses)))
      and e.actor_id is distinct from of_person and (e.occurred_at, e.id) > (after_at, after_id)
    order by e.occurred_at, e.id limit most;
  end case;
end $$;
revoke all on function auth.addresses_of(uuid), auth.invitations_to(uuid), audit.shown_to(uuid, jsonb),
  auth.personal_data(uuid, text, timestamptz, uuid, integer) from public;
grant execute on function auth.personal_data(uuid, text, timestamptz, uuid, integer) to warp_app;

insert into auth.permission_metadata (http_method, resource_path, category, display_name, description, sort_order) values
  ('GET', '/v1/admin/personal-data/*', 'Users', 'Export personal data', 'Export all that is kept of a person.', 470);
--rollback delete from auth.user_type_permissions where resource_path = '/v1/admin/personal-data/*';
--rollback delete from auth.permission_metadata where resource_path = '/v1/admin/personal-data/*';
--rollback drop function auth.personal_data(uuid, text, timestamptz, uuid, integer);
--rollback drop function audit.shown_to(uuid, jsonb); drop function auth.invitations_to(uuid); drop function auth.addresses_of(uuid);
--rollback drop index auth.user_invitations_accepted_by; drop index auth.user_invitations_of_address;
