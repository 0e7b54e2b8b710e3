-- Members of staff. `totp_step` is the last time step whose code was used, so that no code works twice.
create table staff (
  id uuid primary key,
  login text not null unique check (login ~ '^[a-z0-9._-]{3,60}$'),
  name text not null,
  role text not null check (role in ('clerk', 'reviewer', 'manager', 'auditor', 'administrator')),
  outlet_id uuid,
  password_hash text not null,
  totp_sealed bytea,
  totp_confirmed_at timestamptz,
  totp_step bigint,
  active boolean not null default true,
  demonstration boolean not null default false,
  last_sign_in_at timestamptz,
  created_at timestamptz not null,
  check (totp_confirmed_at is null or totp_sealed is not null)
);
