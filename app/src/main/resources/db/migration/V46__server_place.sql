-- Where the log is in Axon Server (the profile axonserver): an event's position is its token there + 1 + shift. A log that moved there keeps the holes that rolled back appends left in
-- its positions, so that every place that was ever written down stays what it was. Written by the command migrate-events.
create table log.server_place (
	first_token bigint primary key,
	shift bigint not null
);
comment on column log.server_place.shift is 'Holds for this token and those after it, up to the next row.';

grant select on log.server_place to "${application}";
