-- Programs that act for somebody, and sessions that end when a password changes.

create table register.access_token (
	id uuid primary key,
	person_id uuid not null references register.person on delete cascade,
	name text not null,
	scope text not null check (scope in ('READ', 'WRITE')),
	partnership_id uuid,
	token_hash bytea not null unique,
	created_at timestamptz not null,
	expires_at timestamptz not null,
	last_used_at timestamptz
);
create index on register.access_token (person_id);
create index on register.access_token (expires_at);
comment on table register.access_token is 'Keys with which programs use the API in the name of a person, as far as the scope goes and while he has an account.';
comment on column register.access_token.partnership_id is 'The only partnership that it reaches; null for all in which he holds rights.';
comment on column register.access_token.token_hash is 'SHA-256; the token itself is shown once and kept nowhere.';
comment on column register.access_token.last_used_at is 'To the minute.';

alter table register.account add column generation bigint not null default 0;
comment on column register.account.generation is 'Counts new passwords and closings; a session of an earlier generation has ended.';

grant select, insert, update, delete on register.access_token to "${application}";
