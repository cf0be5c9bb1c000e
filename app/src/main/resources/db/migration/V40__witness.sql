-- What witnesses said of checkpoints, and checks of the whole log against what was published.

-- Partners whose signature under a checkpoint is kept. A row is never removed: what was withdrawn explains signatures of before.
create table register.witness (
	id uuid primary key,
	verifier_key text not null unique,
	added_by uuid not null,
	added_at timestamptz not null,
	withdrawn_at timestamptz
);
comment on column register.witness.verifier_key is 'Public key, as docs/audit-format.md writes it.';
grant select, insert on register.witness to "${application}";
grant update (withdrawn_at) on register.witness to "${application}";

create table ledger.cosignature (
	id uuid primary key,
	run integer not null,
	tree_size bigint not null,
	witness_id uuid not null references register.witness,
	signature text not null,
	seen_at timestamptz not null,
	unique (run, tree_size, witness_id)
);
create index on ledger.cosignature (witness_id, run, tree_size);
comment on column ledger.cosignature.signature is 'The line under the checkpoint; see docs/audit-format.md.';
grant select, insert on ledger.cosignature to "${application}";

create table register.ledger_check (
	id uuid primary key,
	asked_by uuid,
	asked_at timestamptz not null,
	state text not null check (state in ('WAITING', 'RUNNING', 'SOUND', 'BROKEN', 'FAILED')),
	checked bigint not null default 0,
	total bigint not null default 0,
	finished_at timestamptz,
	checkpoints integer,
	first_bad bigint,
	known_later bigint,
	how text
);
create unique index one_ledger_check_at_a_time on register.ledger_check ((true)) where finished_at is null;
comment on column register.ledger_check.asked_by is 'Absent when the daily job asked.';
comment on column register.ledger_check.first_bad is 'Index of the first fact that is not as it was, from 0.';
comment on column register.ledger_check.known_later is 'The first fact that is known to be later than the bad one.';
grant select, insert, update on register.ledger_check to "${application}";
