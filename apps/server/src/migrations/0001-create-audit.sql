-- The audit trail: append-only, each entry chained to the one before by its hash.
create table audit_entry (
  sequence bigint primary key check (sequence > 0),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('account', 'staff', 'system')),
  actor_id text,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  facts jsonb not null,
  previous_hash bytea not null unique check (length(previous_hash) = 32),
  hash bytea not null unique check (length(hash) = 32)
);

create index audit_entry_subject on audit_entry (subject_id, sequence);
create index audit_entry_action on audit_entry (action, sequence);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit_entry is append-only' using errcode = 'insufficient_privilege';
end;
$$;

create trigger audit_entry_append_only
  before update or delete on audit_entry
  for each row execute function refuse_audit_change();

create trigger audit_entry_no_truncate
  before truncate on audit_entry
  for each statement execute function refuse_audit_change();
