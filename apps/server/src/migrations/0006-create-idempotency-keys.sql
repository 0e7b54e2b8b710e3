-- One row for each state-changing request that was answered; claimed and filled in the command's own transaction, so that
-- a second one with the same key waits for the first and then repeats its answer.
create table idempotency_key (
  scope bytea not null check (length(scope) = 32),
  key uuid not null,
  fingerprint bytea not null check (length(fingerprint) = 32),
  answer_sealed bytea,
  created_at timestamptz not null,
  primary key (scope, key)
);

create index idempotency_key_age on idempotency_key (created_at);
