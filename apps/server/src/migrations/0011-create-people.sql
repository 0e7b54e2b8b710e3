-- The roster. Numbers, telephones and addresses are sealed; numbers and telephones are found by keyed hashes.
create table person (
  id uuid primary key,
  name text not null check (name <> ''),
  name_key text not null check (name_key <> ''),
  birth_on date not null,
  sex text not null check (sex in ('female', 'male', 'unknown')),
  residence text not null
    check (residence in ('local', 'province', 'elsewhere', 'hong-kong', 'macau', 'taiwan', 'abroad')),
  outlet_id uuid references outlet (id),
  unit_managed boolean not null default false,
  life text not null default 'alive' check (life in ('alive', 'deceased')),
  phone_sealed bytea,
  address_sealed bytea,
  created_at timestamptz not null
);

create index person_name on person (name_key, id);
create index person_outlet on person (outlet_id, id);

create table person_document (
  id uuid primary key,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('resident-id', 'hmt-residence-permit', 'social-security-card',
    'hk-macau-travel-permit', 'taiwan-travel-permit', 'passport-cn', 'passport-foreign', 'permanent-residence-permit')),
  number_sealed bytea not null,
  number_hash bytea not null check (length(number_hash) = 32),
  masked text not null,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  created_at timestamptz not null
);

-- A number belongs to one person at a time; an old one may stay in the file.
create unique index person_document_number on person_document (number_hash) where valid_until is null;
create index person_document_person on person_document (person_id);

create table benefit (
  id uuid primary key,
  person_id uuid not null references person (id),
  scheme text not null check (scheme in ('urban-employee', 'rural-to-urban', 'resident', 'other-pension',
    'work-injury', 'work-death-dependant')),
  state text not null check (state in ('paid', 'suspended', 'ended')),
  monthly_fen bigint not null check (monthly_fen >= 0),
  since date not null,
  created_at timestamptz not null,
  unique (person_id, scheme, since)
);
