-- Accounts are telephones; whom an account may act for stands in account_link.
create table account (
  id uuid primary key,
  phone_sealed bytea not null,
  phone_hash bytea not null unique check (length(phone_hash) = 32),
  created_at timestamptz not null,
  last_sign_in_at timestamptz
);

alter table session add constraint session_account foreign key (account_id) references account (id);

-- The one code that a telephone has at a time; only its keyed hash is kept.
create table account_code (
  phone_hash bytea primary key check (length(phone_hash) = 32),
  code_hash bytea not null check (length(code_hash) = 32),
  tries_left integer not null check (tries_left >= 0),
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table account_link (
  id uuid primary key,
  account_id uuid not null references account (id),
  person_id uuid not null references person (id),
  acting text not null check (acting in ('self', 'helper')),
  helper_name text,
  helper_relation text
    check (helper_relation in ('spouse', 'child', 'relative', 'neighbour', 'carer', 'volunteer', 'other')),
  device_id uuid,
  created_at timestamptz not null,
  check ((acting = 'helper') = (helper_name is not null and helper_relation is not null)),
  unique (account_id, person_id)
);

create unique index account_link_one_self on account_link (account_id) where acting = 'self';
create index account_link_person on account_link (person_id);

create table passkey (
  id uuid primary key,
  account_id uuid not null references account (id),
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);

create index passkey_account on passkey (account_id);

-- Challenges given out; one is used once.
create table passkey_ticket (
  id uuid primary key,
  account_id uuid references account (id),
  challenge text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create index passkey_ticket_account on passkey_ticket (account_id);
