-- Background work. A running job holds a lease; when its server dies the lease ends and another server takes the job.
create table job (
  id uuid primary key,
  name text not null,
  key text,
  payload jsonb not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed')),
  tries integer not null default 0 check (tries >= 0),
  tries_max integer not null check (tries_max > 0),
  run_at timestamptz not null,
  lease_until timestamptz,
  lease_token uuid,
  error text,
  created_at timestamptz not null,
  finished_at timestamptz,
  check ((state = 'running') = (lease_until is not null)),
  check ((state = 'running') = (lease_token is not null)),
  check ((state in ('done', 'failed')) = (finished_at is not null))
);

create unique index job_one_pending_per_key on job (name, key) where key is not null and state in ('queued', 'running');
create index job_waiting on job (run_at) where state in ('queued', 'running');
create index job_finished on job (finished_at) where state in ('done', 'failed');
