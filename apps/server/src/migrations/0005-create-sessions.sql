-- Signed-in browsers, of accounts and of staff. Only a keyed hash of the cookie's token is kept.
create table session (
  id uuid primary key,
  kind text not null check (kind in ('account', 'staff')),
  account_id uuid,
  staff_id uuid references staff (id),
  token_hash bytea not null unique,
  pending text not null check (pending in ('none', 'second-factor', 'second-factor-setup')),
  device_id uuid,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  idle_until timestamptz not null,
  expires_at timestamptz not null,
  check ((kind = 'account') = (account_id is not null)),
  check ((kind = 'staff') = (staff_id is not null))
);

create index session_staff on session (staff_id) where staff_id is not null;
create index session_account on session (account_id) where account_id is not null;
create index session_expiry on session (expires_at);
