-- What a person decides about: attempts in doubt, one face under two names, ways chosen, alarms.
create table review_case (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('attempt-review', 'duplicate-face', 'way-chosen', 'attack-alarm')),
  state text not null check (state in ('open', 'waiting-second', 'closed')),
  person_id uuid not null references person (id),
  enrolment_id uuid references enrolment (id),
  way text,
  outlet_id uuid references outlet (id),
  reasons text[] not null,
  decision text check (decision in ('accepted', 'refused', 'sent-to-counter', 'no-concern', 'same-person')),
  opened_at timestamptz not null,
  decide_by date not null,
  closed_at timestamptz,
  check ((state = 'closed') = (closed_at is not null)),
  check (kind = 'way-chosen' or way is null),
  check ((kind = 'duplicate-face') = (enrolment_id is not null))
);

create unique index review_case_one_open on review_case (person_id, kind) where state <> 'closed';
create index review_case_due on review_case (decide_by, id);
create index review_case_person on review_case (person_id, opened_at);

create table case_attempt (
  case_id uuid not null references review_case (id),
  attempt_id uuid not null references attempt (id),
  primary key (case_id, attempt_id)
);

create index case_attempt_attempt on case_attempt (attempt_id);

create table case_other (
  case_id uuid not null references review_case (id),
  person_id uuid not null references person (id),
  enrolment_id uuid not null references enrolment (id),
  score_sealed bytea not null,
  primary key (case_id, enrolment_id)
);

create table case_decision (
  id uuid primary key,
  case_id uuid not null references review_case (id),
  staff_id uuid not null references staff (id),
  decision text not null
    check (decision in ('accepted', 'refused', 'sent-to-counter', 'no-concern', 'same-person', 'done')),
  reason_sealed bytea not null,
  created_at timestamptz not null
);

create index case_decision_case on case_decision (case_id, created_at);

alter table certification add constraint certification_case foreign key (case_id) references review_case (id);
