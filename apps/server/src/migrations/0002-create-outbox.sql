-- Messages leave by this table only: written with the command, sent afterwards, at least once.
create table outbox_message (
  id uuid primary key,
  kind text not null,
  to_sealed bytea,
  text_sealed bytea,
  state text not null check (state in ('queued', 'sending', 'sent', 'failed')),
  tries integer not null default 0 check (tries >= 0),
  next_at timestamptz not null,
  lease_until timestamptz,
  error text,
  created_at timestamptz not null,
  finished_at timestamptz,
  check ((state = 'sending') = (lease_until is not null)),
  check ((state in ('sent', 'failed')) = (finished_at is not null))
);

create index outbox_message_waiting on outbox_message (next_at) where state in ('queued', 'sending');
create index outbox_message_recent on outbox_message (created_at);
