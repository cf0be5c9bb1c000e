-- Addresses under which a calendar program reads without logging in.

create table register.calendar_feed (
	id uuid primary key,
	person_id uuid not null references register.person on delete cascade,
	kind text not null,
	subject_id uuid,
	token_hash bytea not null unique,
	created_at timestamptz not null default now(),
	check ((kind = 'PERSONAL') = (subject_id is null))
);
comment on table register.calendar_feed is 'A calendar feed and whose eyes it looks with: what it shows is what this person may see at that moment.';
comment on column register.calendar_feed.token_hash is 'SHA-256 of the secret in the address; the secret itself is shown once and kept nowhere.';
create index on register.calendar_feed (person_id);

grant select, insert, update, delete on register.calendar_feed to ${application};
