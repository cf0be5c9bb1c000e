-- Addresses under which a feed reader reads changes without logging in.

create table register.change_feed (
	id uuid primary key,
	person_id uuid not null references register.person on delete cascade,
	kind text not null,
	subject_id uuid,
	token_hash bytea not null unique,
	created_at timestamptz not null default now(),
	check ((kind = 'PERSON') = (subject_id is null))
);
comment on table register.change_feed is 'A feed of changes and whose eyes it looks with: what it shows is what this person may see at that moment.';
comment on column register.change_feed.token_hash is 'SHA-256 of the secret in the address; the secret itself is shown once and kept nowhere.';
create index on register.change_feed (person_id);

grant select, insert, update, delete on register.change_feed to "${application}";
