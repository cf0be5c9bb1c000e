-- The log of facts. It only ever grows; its one order is global_index.

create schema log;
grant usage on schema log to "${application}";

-- The sequence behind global_index must hand out one value at a time: values kept back by a session would appear behind readers that have passed them.
create table log.domain_event (
	global_index bigint generated always as identity (cache 1) primary key,
	event_identifier uuid not null,
	aggregate_identifier text not null,
	sequence_number bigint not null,
	aggregate_type text,
	payload_type text not null,
	payload_revision text,
	payload jsonb not null,
	meta_data jsonb not null,
	time_stamp timestamptz not null,
	constraint one_fact_per_place_in_an_aggregate unique (aggregate_identifier, sequence_number),
	constraint a_fact_is_recorded_once unique (event_identifier),
	constraint a_fact_tells_who_recorded_it check (meta_data ->> 'actor' is not null),
	constraint a_time_stamp_is_in_whole_milliseconds check (time_stamp = date_trunc('milliseconds', time_stamp, 'UTC'))
);
create index domain_event_by_time on log.domain_event (time_stamp, global_index);

comment on column log.domain_event.global_index is 'Place in the one order of all facts, from 1; an append that was rolled back leaves a hole.';
comment on column log.domain_event.payload_type is 'Short stable name, such as agenda.RightGiven; see docs/events.md.';

-- Shared, so that appends never wait for each other; readers look in pg_locks for who holds it. Taken before the first index is drawn, held until commit.
-- The time-outs keep a stuck append from stopping readers for ever; a restore of data switches them off with PGOPTIONS='-c ontwikkelagenda.append_timeouts=off'.
create function log.note_append() returns trigger language plpgsql as $$
begin
	if coalesce(current_setting('ontwikkelagenda.append_timeouts', true), 'on') <> 'off' then
		perform set_config('lock_timeout', '5s', true);
		perform set_config('idle_in_transaction_session_timeout', '15s', true);
		perform set_config('transaction_timeout', '30s', true);
	end if;
	perform pg_advisory_xact_lock_shared(20180924);
	return null;
end
$$;

create trigger note_append before insert on log.domain_event for each statement execute function log.note_append();
alter table log.domain_event enable always trigger note_append;

-- Never the global_index itself: that comes from the sequence, after the lock.
grant select on log.domain_event to "${application}";
grant insert (event_identifier, aggregate_identifier, sequence_number, aggregate_type, payload_type, payload_revision, payload, meta_data, time_stamp)
	on log.domain_event to "${application}";

-- A shortcut to an aggregate's state, never a source of truth.
create table log.snapshot_event (
	aggregate_identifier text primary key,
	event_identifier uuid not null,
	sequence_number bigint not null,
	aggregate_type text not null,
	payload_type text not null,
	payload_revision text,
	payload jsonb not null,
	meta_data jsonb not null,
	time_stamp timestamptz not null
);
grant select, insert, update, delete on log.snapshot_event to "${application}";
