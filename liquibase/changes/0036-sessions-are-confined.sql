--liquibase formatted sql

--changeset warp:0036-sessions-are-confined
--comment: When and from where people work is theirs alone. A session is reached by its person, by whoever holds everything (who ends the sessions of people they deactivate), by sign-in and refresh, before which nobody is known, and by the clean-up. Refresh tokens are nobody's to read: sign-in and refresh alone reach them.
alter table auth.sessions enable row level security;
alter table auth.sessions force row level security;
alter table auth.refresh_tokens enable row level security;
alter table auth.refresh_tokens force row level security;
create policy owner_migrates on auth.sessions to warp_owner using (true) with check (true);
create policy owner_migrates on auth.refresh_tokens to warp_owner using (true) with check (true);

create policy caller_reads on auth.sessions for select to warp_app using (
  user_id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
  or (select exists (select from auth.caller_unrestricted)));
create policy caller_changes on auth.sessions for update to warp_app
  using (
    user_id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
    or (select exists (select from auth.caller_unrestricted)))
  with check (
    user_id = (select nullif(current_setting('warp.user_id', true), '')::uuid)
    or (select exists (select from auth.caller_unrestricted)));
create policy bearer_adds on auth.sessions for insert to warp_app with check (
  (select exists (select from auth.bearer_invitation)));
create policy job_reads on auth.sessions for select to warp_app using (
  (select current_setting('warp.job', true)) in ('sign-in', 'session-cleanup'));
create policy job_adds on auth.sessions for insert to warp_app with check (
  (select current_setting('warp.job', true)) = 'sign-in');
create policy job_changes on auth.sessions for update to warp_app
  using ((select current_setting('warp.job', true)) in ('sign-in', 'session-cleanup'))
  with check ((select current_setting('warp.job', true)) in ('sign-in', 'session-cleanup'));
create policy job_removes on auth.sessions for delete to warp_app using (
  (select current_setting('warp.job', true)) = 'session-cleanup');

create policy bearer_adds on auth.refresh_tokens for insert to warp_app with check (
  (select exists (select from auth.bearer_invitation)));
create policy job_reads on auth.refresh_tokens for select to warp_app using (
  (select current_setting('warp.job', true)) = 'sign-in');
create policy job_adds on auth.refresh_tokens for insert to warp_app with check (
  (select current_setting('warp.job', true)) = 'sign-in');
create policy job_changes on auth.refresh_tokens for update to warp_app
  using ((select current_setting('warp.job', true)) = 'sign-in')
  with check ((select current_setting('warp.job', true)) = 'sign-in');
-- They go with their session.
revoke delete on auth.refresh_tokens from warp_app;
--rollback grant delete on auth.refresh_tokens to warp_app;
--rollback drop policy job_changes on auth.refresh_tokens; drop policy job_adds on auth.refresh_tokens; drop policy job_reads on auth.refresh_tokens; drop policy bearer_adds on auth.refresh_tokens; drop policy owner_migrates on auth.refresh_tokens;
--rollback drop policy job_removes on auth.sessions; drop policy job_changes on auth.sessions; drop policy job_adds on auth.sessions; drop policy job_reads on auth.sessions; drop policy bearer_adds on auth.sessions; drop policy caller_changes on auth.sessions; drop policy caller_reads on auth.sessions; drop policy owner_migrates on auth.sessions;
--rollback alter table auth.refresh_tokens no force row level security; alter table auth.refresh_tokens disable row level security;
--rollback alter table auth.sessions no force row level security; alter table auth.sessions disable row level security;
