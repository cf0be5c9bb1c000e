-- What automations could not do and somebody gave up. The fact itself is in the log, and what it said is not kept here.

create table register.dropped_letter (
	id uuid primary key,
	processing_group text not null,
	event_id uuid not null,
	payload_type text not null,
	cause_type text,
	parked_at timestamptz not null,
	dropped_by uuid not null,
	dropped_at timestamptz not null,
	reason text not null
);
create index on register.dropped_letter (dropped_at);

grant select, insert on register.dropped_letter to "${application}";
-- a reason may name somebody who is erased later
grant update (reason) on register.dropped_letter to "${application}";
