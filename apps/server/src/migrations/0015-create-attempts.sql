-- Face sessions: at home (account) or at a counter (staff). Scores stand in judgement_sealed only.
create table attempt (
  id uuid primary key,
  person_id uuid not null references person (id),
  purpose text not null check (purpose in ('certification', 'enrolment')),
  acting text not null check (acting in ('self', 'helper', 'counter')),
  account_id uuid references account (id),
  staff_id uuid references staff (id),
  outlet_id uuid references outlet (id),
  helper_name text,
  consent_id uuid not null references consent (id),
  sighting_id uuid references sighting (id),
  reference_enrolment_id uuid references enrolment (id),
  mode text not null check (mode in ('move', 'still')),
  challenge jsonb not null,
  nonce text not null unique,
  device_id uuid not null,
  device_sealed bytea not null,
  state text not null check (state in ('open', 'submitted', 'decided', 'abandoned', 'expired')),
  frame_count integer check (frame_count between 1 and 24),
  started_on date not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  submitted_at timestamptz,
  ended_at timestamptz,
  counts boolean,
  decision text check (decision in ('passed', 'again', 'review', 'other-way')),
  alarm text,
  liveness text,
  match text,
  signals jsonb,
  judgement_sealed bytea,
  pack text,
  outcome jsonb,
  frames_destroyed_at timestamptz,
  check ((acting = 'counter') = (staff_id is not null)),
  check ((acting = 'counter') = (account_id is null)),
  check ((acting = 'helper') = (helper_name is not null)),
  check ((purpose = 'certification') = (reference_enrolment_id is not null)),
  check (purpose <> 'enrolment' or sighting_id is not null),
  check ((state in ('submitted', 'decided')) = (submitted_at is not null)),
  check ((state in ('decided', 'abandoned', 'expired')) = (ended_at is not null)),
  check ((state = 'decided') = (decision is not null and outcome is not null and counts is not null))
);

create unique index attempt_one_open on attempt (person_id) where state = 'open';
create index attempt_person on attempt (person_id, started_at);
create index attempt_expiring on attempt (expires_at) where state = 'open';
create index attempt_account_day on attempt (account_id, started_on) where account_id is not null;
create index attempt_device_day on attempt (device_id, started_on);

create table attempt_frame (
  attempt_id uuid not null references attempt (id),
  frame_index integer not null check (frame_index between 0 and 23),
  captured_at_ms integer not null check (captured_at_ms >= 0),
  prompt_index integer not null check (prompt_index between 0 and 11),
  colour_index integer check (colour_index >= 0),
  size_bytes integer not null check (size_bytes > 0),
  content_hash bytea not null check (length(content_hash) = 32),
  picture_sealed bytea,
  fingerprint bytea,
  faces integer,
  received_at timestamptz not null,
  primary key (attempt_id, frame_index)
);

create index attempt_frame_fingerprint on attempt_frame (received_at) where fingerprint is not null;

-- Whoever sent a picture first owns it for ever: in any other attempt it counts as seen before.
create table seen_frame (
  content_hash bytea primary key check (length(content_hash) = 32),
  attempt_id uuid not null references attempt (id)
);

alter table enrolment add column attempt_id uuid unique references attempt (id);
