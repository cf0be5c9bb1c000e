-- Requests with an idempotency key that may have had their effect, while the log is in Axon Server: there is no transaction of events and key then. A row is written before the command
-- and removed with the row of its outcome; when it is met again, the events of its aggregate tell whether it had its effect.
create table register.idempotency_intention (
	actor text not null,
	key text not null,
	fingerprint text not null,
	status smallint not null,
	resource text not null,
	aggregate text not null,
	written_at timestamptz not null default now(),
	primary key (actor, key)
);
create index on register.idempotency_intention (written_at);

grant select, insert, update, delete on register.idempotency_intention to ${application};
