create schema if not exists register;
grant usage on schema register to ${application};

-- How far each automation is, per segment; written by Axon's JdbcTokenStore.
create table register.token (
	processor_name text not null,
	segment integer not null,
	token bytea,
	token_type text,
	timestamp text,
	owner text,
	primary key (processor_name, segment)
);

-- Events that an automation could not handle, with the later ones of the same aggregate behind them; written by Axon's JdbcSequencedDeadLetterQueue.
create table register.dead_letter (
	dead_letter_id text primary key,
	processing_group text not null,
	sequence_identifier text not null,
	sequence_index bigint not null,
	message_type text not null,
	event_id text not null,
	timestamp text not null,
	payload_type text not null,
	payload_revision text,
	payload bytea not null,
	metadata bytea,
	aggregate_type text,
	aggregate_id text,
	sequence_number bigint,
	token_type text,
	token bytea,
	enqueued_at text not null,
	last_touched text,
	processing_started text,
	cause_type text,
	cause_message text,
	diagnostics bytea,
	unique (processing_group, sequence_identifier, sequence_index)
);

-- What came of requests with an idempotency key; a row is written in the transaction of the events it stands for.
create table register.idempotency (
	actor text not null,
	key text not null,
	fingerprint text not null,
	status smallint not null,
	resource text not null,
	position bigint not null,
	created_at timestamptz not null default now(),
	primary key (actor, key)
);
create index on register.idempotency (created_at);

grant select, insert, update, delete on register.token, register.dead_letter, register.idempotency to ${application};
