-- Counters shared by all servers. Subjects are keyed hashes: no address and no telephone stands here.
create table rate_limit (
  bucket bytea not null check (length(bucket) = 32),
  window_start timestamptz not null,
  count integer not null check (count > 0),
  primary key (bucket, window_start)
);

create index rate_limit_age on rate_limit (window_start);

create table lockout (
  subject bytea primary key check (length(subject) = 32),
  failures integer not null check (failures > 0),
  locked_until timestamptz not null,
  updated_at timestamptz not null
);
