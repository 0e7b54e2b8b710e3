-- The one agency of this installation and its counters. Words are {"zh-CN": …, "zh-HK": …, "en": …}.
create table agency (
  id uuid primary key,
  singleton boolean not null default true unique check (singleton),
  name jsonb not null,
  address jsonb not null,
  hours jsonb not null,
  phone text not null,
  policy_id text not null,
  demonstration boolean not null default false,
  created_at timestamptz not null
);

create table outlet (
  id uuid primary key,
  kind text not null check (kind in ('agency-hall', 'street-office', 'bank', 'partner')),
  name jsonb not null,
  address jsonb not null,
  district jsonb not null,
  phone text not null,
  hours jsonb not null,
  services text[] not null check (services <@ array['enrolment', 'assisted-face', 'counter-document']),
  sort_order integer not null,
  created_at timestamptz not null
);

alter table staff add constraint staff_outlet foreign key (outlet_id) references outlet (id);
