--liquibase formatted sql

--changeset warp:0104-erasure splitStatements:false
--comment: A person is forgotten everywhere in one transaction, by one function that names each place (docs/privacy.md). It runs as the owner, for who holds everything: the application may change none of these columns. The account stays as a pseudonym, so that what refers to it, and the hashes over its id, stay valid. A suppressed address goes on being suppressed, as a hash with a key that the application can't read.
alter table auth.users drop constraint users_status_known;
alter table auth.users add constraint users_status_known check (status in ('ACTIVE', 'INACTIVE', 'ERASED'));
alter table auth.users add column erased_at timestamptz;
alter table auth.users add constraint users_erasure_whole check ((status = 'ERASED') = (erased_at is not null));
create index users_erased on auth.users (erased_at) where erased_at is not null;

create table notification.suppression_key (
  only_one boolean not null default true,
  key bytea not null,
  constraint suppression_key_pk primary key (only_one),
  constraint suppression_key_only_one check (only_one)
);
alter table notification.suppression_key enable row level security;
alter table notification.suppression_key force row level security;
create policy owner_migrates on notification.suppression_key to warp_owner using (true) with check (true);
insert into notification.suppression_key (key)
  values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

-- The nested form of HMAC: no address is made to collide with another by what is appended to it.
create function notification.hidden(address text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select 'hidden:' || encode(sha256(k.key || sha256(k.key || convert_to(address, 'UTF8'))), 'hex')
  from notification.suppression_key k
$$;

-- Who has been erased is nobody any more: what was under way gives them nothing.
create function auth.refuse_erased() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from auth.users u where u.id = new.user_id and u.status = 'ERASED' for key share;
  if found then
    raise exception 'This person has been erased' using errcode = 'check_violation', constraint = 'users_erased';
  end if;
  return null;
end $$;
-- After the row: the foreign key has waited for an erasure that was under way.
create trigger refuse_erased after insert or update of user_id on auth.user_customer_access
  for each row execute function auth.refuse_erased();
create trigger refuse_erased after insert on auth.sessions
  for each row execute function auth.refuse_erased();

-- What is found by the id alone; what requests that were under way wrote of somebody who was being erased, too.
create function auth.forget_traces(of_person uuid) returns integer
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  changed integer;
  forgotten integer := 0;
  nobody constant text := 'Erased person';
begin
  delete from auth.sessions where user_id = of_person;
  get diagnostics changed = row_count; forgotten := forgotten + changed;
  delete from auth.idempotency_keys where actor_id = of_person;
  get diagnostics changed = row_count; forgotten := forgotten + changed;
  delete from auth.platform_idempotency_keys where actor_id = of_person;
  get diagnostics changed = row_count; forgotten := forgotten + changed;
  delete from audit.personal_values where about = of_person;
  get diagnostics changed = row_count; forgotten := forgotten + changed;
  update auth.user_invitations set invited_by_name = nobody, message = null, version = version + 1
  where invited_by = of_person and (invited_by_name <> nobody or message is not null);
  get diagnostics changed = row_count; forgotten := forgotten + changed;
  update auth.invitation_batches set uploaded_by_name = nobody where uploaded_by = of_person and uploaded_by_name <> nobody;
  get diagnostics changed = row_count; forgotten := forgotten + changed;
  update accounts.customer_notes set author_name = nobody, version = version + 1
  where author_id = of_person and author_name <> nobody;
  get diagnostics changed = row_count; forgotten := forgotten + changed;
  update auth.api_keys set created_by_name = nobody, version = version + 1
  where created_by = of_person and created_by_name <> nobody;
  get diagnostics changed = row_count; forgotten := forgotten + changed;
  return forgotten;
end $$;

-- What became of it, for the audit log: one row for each grant that ended and each thing of a customer that changed.
create function auth.erase_person(of_person uuid, by_person uuid)
  returns table (customer_id uuid, action text, subject_type text, subject_id uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  addresses text[] := auth.addresses_of(of_person);
  received uuid[] := auth.invitations_to(of_person);
  suppressed uuid[];
  address text;
  pseudonym constant text := format('erased-%s@erased.invalid', of_person);
  instant timestamptz := clock_timestamp();
begin
  if not exists (select from auth.caller_unrestricted c where c.user_id = by_person and by_person <> of_person) then
    raise insufficient_privilege using message = 'People are erased by somebody else who holds everything';
  end if;

  -- In the order in which others lock: uploads and mails before invitations, invitations before people.
  perform from auth.invitation_batches b
  where b.finished_at is null and exists (select from auth.invitation_batch_rows r
    where r.customer_id = b.customer_id and r.batch_id = b.id and lower(btrim(r.email)) = any (addresses))
  order by b.id for update;
  perform from notification.outbox o where o.subject_id = any (received) order by o.id for update;
  perform from auth.user_invitations i
  where i.id = any (received) or (i.invited_by = of_person and i.status = 'PENDING')
  order by i.customer_id, i.id for update;
  perform from auth.users u where u.id = of_person for update;
  -- What was accepted during the wait.
  addresses := auth.addresses_of(of_person);
  received := auth.invitations_to(of_person);

  return query
    with ended as (
      delete from auth.user_customer_access g where g.user_id = of_person returning g.customer_id
    )
    select e.customer_id, 'member.removed', 'user', of_person from ended e;
  return query
    with revoked as (
      update auth.user_invitations i
      set status = 'REVOKED', closed_at = instant, closed_by = by_person, close_reason = 'person_erased'
      where i.status = 'PENDING' and (i.id = any (received) or i.invited_by = of_person)
      returning i.customer_id, i.id
    )
    select r.customer_id, 'invitation.revoked', 'invitation', r.id from revoked r;
  return query
    with changed as (
      update auth.invitation_settings s set reply_to = null, version = s.version + 1
      where lower(s.reply_to) = any (addresses) returning s.customer_id
    )
    select c.customer_id, 'invitation_settings.changed', 'customer', c.customer_id from changed c;

  update notification.mail_events e set reason = null, source_id = case when e.source_id is not null then 'erased ' || e.id end
  from notification.outbox o
  where o.id = e.mail_id and (o.subject_id = any (received) or (o.kind = 'RENEWAL_REQUEST' and exists (
    select from auth.user_invitations i where i.id = o.subject_id and i.invited_by = of_person)));
  update notification.outbox o set last_error = null,
    status = case o.status when 'QUEUED' then 'CANCELLED' else o.status end,
    finished_at = coalesce(o.finished_at, instant)
  where o.subject_id = any (received) or (o.kind = 'RENEWAL_REQUEST' and exists (
    select from auth.user_invitations i where i.id = o.subject_id and i.invited_by = of_person));
  delete from auth.user_invitation_tokens t where t.invitation_id = any (received);
  -- Not an address, so that a row that waits invites nobody.
  update auth.invitation_batch_rows r set email = 'erased', message = ''
  where lower(btrim(r.email)) = any (addresses) or r.invitation_id = any (received);
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

  suppressed := array(select s.id from notification.suppressions s where s.address = any (addresses));
  update notification.suppressions s set address = notification.hidden(s.address)
  where s.id = any (suppressed) and not exists (
    select from notification.suppressions h where h.address = notification.hidden(s.address));
  delete from notification.suppressions s where s.address = any (addresses);
  delete from audit.personal_values v
  where v.about = any (received) or v.about = any (suppressed)
    or md5(lower(v.value)) in (select md5(a) from unnest(addresses) a);

  update auth.users u
  set email = pseudonym, email_normalised = pseudonym, display_name = 'Erased person', status = 'ERASED',
    erased_at = instant, user_type_id = null, issuer = null, subject = null, last_sign_in_at = null, locale = null, time_zone = null,
    version = u.version + 1
  where u.id = of_person;
  perform auth.forget_traces(of_person);
end $$;

-- For the job: whatever a request that began before the erasure has left since.
create function auth.forget_traces_of_erased() returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('warp.job', true) is distinct from 'erasure-sweep' then
    raise insufficient_privilege using message = 'This is the job''s';
  end if;
  return (select coalesce(sum(auth.forget_traces(u.id)), 0) from auth.users u
          where u.erased_at > now() - interval '2 days');
end $$;
revoke all on function notification.hidden(text), auth.refuse_erased(), auth.forget_traces(uuid),
  auth.erase_person(uuid, uuid), auth.forget_traces_of_erased() from public;
grant execute on function notification.hidden(text), auth.erase_person(uuid, uuid), auth.forget_traces_of_erased()
  to warp_app;

insert into auth.permission_metadata (http_method, resource_path, category, display_name, description, sort_order) values
  ('POST', '/v1/admin/users/*/erase', 'Users', 'Erase a person', 'Forget a person for good.', 480);
--rollback delete from auth.user_type_permissions where resource_path = '/v1/admin/users/*/erase';
--rollback delete from auth.permission_metadata where resource_path = '/v1/admin/users/*/erase';
--rollback drop function auth.forget_traces_of_erased(); drop function auth.erase_person(uuid, uuid); drop function auth.forget_traces(uuid);
--rollback drop trigger refuse_erased on auth.sessions; drop trigger refuse_erased on auth.user_customer_access; drop function auth.refuse_erased();
--rollback drop function notification.hidden(text); drop table notification.suppression_key;
--rollback drop index auth.users_erased; alter table auth.users drop constraint users_erasure_whole; alter table auth.users drop column erased_at;
--rollback update auth.users set status = 'INACTIVE' where status = 'ERASED';
--rollback alter table auth.users drop constraint users_status_known;
--rollback alter table auth.users add constraint users_status_known check (status in ('ACTIVE', 'INACTIVE'));
