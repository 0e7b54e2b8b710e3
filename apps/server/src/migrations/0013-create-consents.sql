-- Decisions about the face are added, never changed; the last one holds. A withdrawal leaves this record and nothing else.
create table consent (
  id uuid primary key,
  person_id uuid not null references person (id),
  decision text not null check (decision in ('given', 'refused', 'withdrawn')),
  text_version text not null,
  locale text not null check (locale in ('zh-CN', 'zh-HK', 'en')),
  account_id uuid references account (id),
  staff_id uuid references staff (id),
  sequence bigserial unique,
  created_at timestamptz not null,
  check ((account_id is null) <> (staff_id is null))
);

create index consent_person on consent (person_id, sequence);

-- The original document was seen at a counter.
create table sighting (
  id uuid primary key,
  person_id uuid not null references person (id),
  document_id uuid not null references person_document (id),
  document_kind text not null,
  staff_id uuid not null references staff (id),
  outlet_id uuid references outlet (id),
  created_on date not null,
  created_at timestamptz not null
);

create index sighting_person on sighting (person_id, created_at);
