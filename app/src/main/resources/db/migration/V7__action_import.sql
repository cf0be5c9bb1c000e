-- Action lists that were handed in as files, and how far they are in the log.

create table register.action_import (
	id uuid primary key,
	partnership_id uuid not null,
	agenda_id uuid,
	meeting_id uuid,
	person_id uuid not null,
	idempotency_key text,
	plan bytea,
	row_count integer not null,
	rows_done integer not null default 0,
	action_count integer not null,
	actions_done integer not null default 0,
	worked_ms bigint not null default 0,
	state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
	failure text,
	asked_at timestamptz not null default now(),
	finished_at timestamptz,
	unique (person_id, idempotency_key)
);
comment on column register.action_import.id is 'Follows from the content of the file and the partnership: the same file is the same import.';
comment on column register.action_import.plan is 'JSON: the actions to be assigned; removed when they all are.';
comment on column register.action_import.worked_ms is 'How long was worked on it, without what was lost by a crash.';

grant select, insert, update, delete on register.action_import to ${application};
