--liquibase formatted sql

--changeset warp:0061-job-runs
--comment: What the jobs of all nodes did lately. Nobody's rows: numbers of what was handled, never whose, and not who started one: the audit log has that. A run without end whose lock nobody holds is one that its node died over.
create table platform.job_runs (
  id uuid not null,
  job text not null,
  node text not null,
  trigger text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  handled integer not null default 0,
  error text,
  constraint job_runs_pk primary key (id),
  constraint job_runs_trigger_known check (trigger in ('SCHEDULE', 'PERSON')),
  constraint job_runs_handled_positive check (handled >= 0)
);
create index job_runs_newest on platform.job_runs (job, started_at desc);
grant select, insert, update, delete on platform.job_runs to warp_app;

insert into auth.permission_metadata (http_method, resource_path, category, display_name, description, sort_order) values
  ('GET', '/v1/admin/jobs', 'Platform', 'List jobs', 'See what runs by itself, and how it went.', 30),
  ('GET', '/v1/admin/jobs/*', 'Platform', 'Read a job', 'See the latest runs of one job.', 31),
  ('POST', '/v1/admin/jobs/*/run', 'Platform', 'Start a job', 'Start a job before its time.', 32);
--rollback delete from auth.user_type_permissions where resource_path like '/v1/admin/jobs%'; delete from auth.permission_metadata where resource_path like '/v1/admin/jobs%';
--rollback drop table platform.job_runs;
