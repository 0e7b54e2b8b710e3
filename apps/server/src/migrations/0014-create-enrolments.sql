-- Faces recorded at a counter. Template and picture are sealed, and gone once consent is withdrawn.
create table enrolment (
  id uuid primary key,
  person_id uuid not null references person (id),
  consent_id uuid not null references consent (id),
  sighting_id uuid references sighting (id),
  staff_id uuid not null references staff (id),
  outlet_id uuid references outlet (id),
  state text not null check (state in ('current', 'replaced', 'withdrawn')),
  template_sealed bytea,
  picture_sealed bytea,
  embedder_id text not null,
  embedder_version text not null,
  template_frames integer not null check (template_frames > 0),
  quality integer check (quality between 0 and 100),
  quality_components jsonb not null,
  created_at timestamptz not null,
  renewed_at timestamptz,
  ended_at timestamptz,
  check ((state = 'current') = (ended_at is null)),
  check (state <> 'current' or template_sealed is not null),
  check (state <> 'withdrawn' or (template_sealed is null and picture_sealed is null))
);

create unique index enrolment_one_current on enrolment (person_id) where state = 'current';
create index enrolment_person on enrolment (person_id, created_at);
create index enrolment_embedder on enrolment (embedder_id, embedder_version, id) where state = 'current';
