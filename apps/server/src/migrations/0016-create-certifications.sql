-- The decision that a person is alive and entitled, and its numbered, signed proof.
create table certification (
  id uuid primary key,
  person_id uuid not null references person (id),
  cycle_key text not null,
  certified_on date not null,
  valid_until date not null check (valid_until >= certified_on),
  channel text not null,
  policy_id text not null,
  policy_version integer not null,
  attempt_id uuid unique references attempt (id),
  sighting_id uuid references sighting (id),
  case_id uuid,
  staff_id uuid references staff (id),
  account_id uuid references account (id),
  outlet_id uuid references outlet (id),
  note_sealed bytea,
  created_at timestamptz not null,
  revoked_at timestamptz,
  check (num_nonnulls(attempt_id, sighting_id, case_id) >= 1)
);

create unique index certification_one_per_cycle on certification (person_id, cycle_key) where revoked_at is null;
create index certification_person on certification (person_id, certified_on);
create index certification_day on certification (certified_on, channel);

create table certificate (
  id uuid primary key,
  certification_id uuid not null unique references certification (id),
  person_id uuid not null references person (id),
  number text not null unique,
  code text not null,
  key_id text not null,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references staff (id),
  revoked_reason_sealed bytea,
  check ((revoked_at is null) = (revoked_by is null)),
  check ((revoked_at is null) = (revoked_reason_sealed is null))
);

create index certificate_person on certificate (person_id, issued_at);
create index certificate_revoked on certificate (number) where revoked_at is not null;
