-- The ledger: proof of what the log held. The application's account can add to it, and change or remove nothing.

create schema ledger;
grant usage on schema ledger to "${application}";

-- Goes with every backup, so that what was published outside the database is found again.
create table ledger.identity (
	only_one boolean primary key default true check (only_one),
	id uuid not null default gen_random_uuid()
);
insert into ledger.identity default values;

-- One tree of leaves. It only grows; when what was published cannot be gone on from, because a backup was restored, a new run begins that says so.
create table ledger.run (
	number integer primary key,
	origin text not null unique,
	started_at timestamptz not null default now(),
	continues_origin text,
	continues_size bigint,
	continues_root bytea,
	kept bigint,
	check (num_nulls(continues_origin, continues_size, continues_root, kept) in (0, 4))
);
comment on column ledger.run.kept is 'How many leaves of the run before are the first of this one.';

create table ledger.leaf (
	run integer not null references ledger.run,
	leaf_index bigint not null,
	global_index bigint not null,
	event_identifier uuid not null,
	primary key (run, leaf_index),
	unique (run, event_identifier)
);

-- Hashes of complete subtrees: this one holds the leaves from node_index * 2^level, 2^level in number. Level 0 is a leaf.
create table ledger.node (
	run integer not null references ledger.run,
	level smallint not null,
	node_index bigint not null,
	hash bytea not null,
	primary key (run, level, node_index)
);

create table ledger.checkpoint (
	run integer not null references ledger.run,
	tree_size bigint not null,
	note text not null,
	made_at timestamptz not null,
	primary key (run, tree_size)
);
comment on column ledger.checkpoint.note is 'As signed; see docs/audit-format.md.';

-- Public keys; the secret ones are files outside the database.
create table ledger.signing_key (
	number integer primary key,
	verifier_key text not null unique,
	since timestamptz not null default now()
);

grant select on ledger.identity to "${application}";
grant select, insert on ledger.run, ledger.leaf, ledger.node, ledger.checkpoint, ledger.signing_key to "${application}";

-- Who took what out of the system for an audit; also never changed.
create table register.audit_access (
	id bigint generated always as identity primary key,
	at timestamptz not null,
	person_id uuid not null,
	partnership_id uuid not null,
	kind text not null,
	scope jsonb not null
);
create index on register.audit_access (partnership_id, id);
grant select, insert on register.audit_access to "${application}";

-- Who gets the newest checkpoint by mail.
create table register.checkpoint_subscription (
	person_id uuid primary key references register.person on delete cascade,
	mailed_on date,
	mailed_made_at timestamptz
);
grant select, insert, update, delete on register.checkpoint_subscription to "${application}";
comment on column register.checkpoint_subscription.mailed_made_at is 'When the checkpoint that was mailed last was made.';
