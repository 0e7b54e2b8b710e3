-- Keys that are themselves encrypted by the master key: the one for look-up hashes and those that sign certificates.
create table secret_key (
  id text primary key,
  purpose text not null check (purpose in ('lookup', 'signing')),
  secret_sealed bytea not null,
  public_key bytea check (public_key is null or length(public_key) = 32),
  created_at timestamptz not null,
  retired_at timestamptz,
  check ((purpose = 'signing') = (public_key is not null))
);

create unique index secret_key_one_current on secret_key (purpose) where retired_at is null;
