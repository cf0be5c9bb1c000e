-- When a person last looked at the start page, so that it can tell what changed since the time before. Nobody else's business, so it is no fact of the log.

create table register.visit (
	person_id uuid primary key references register.person on delete cascade,
	latest_at timestamptz not null,
	previous_at timestamptz
);
comment on column register.visit.latest_at is 'Of the visit that goes on; a new one begins after half an hour.';
comment on column register.visit.previous_at is 'When the visit before that one ended; null for who comes for the first time.';

grant select, insert, update, delete on register.visit to ${application};
