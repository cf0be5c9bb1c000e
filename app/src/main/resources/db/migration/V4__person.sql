-- The only place with personal data: the log and the views know persons by id.

create schema if not exists register;
grant usage on schema register to ${application};

create table register.person (
	id uuid primary key,
	name text not null,
	function text not null,
	organisation_id uuid,
	email text,
	phone text,
	version bigint not null default 0,
	changed_at timestamptz not null default now()
);
comment on table register.person is 'People as their partnership knows them; erased here, a mention elsewhere becomes [verwijderd].';
comment on column register.person.version is 'Counts the changes; the ETag.';

create table register.account (
	username text primary key check (username = lower(username)),
	person_id uuid not null unique references register.person on delete cascade,
	password_hash text not null,
	administrator boolean not null default false,
	enabled boolean not null default true,
	demo boolean not null default false,
	changed_at timestamptz not null default now()
);
comment on column register.account.administrator is 'Administers this installation; says nothing about any partnership.';
comment on column register.account.demo is 'Its password is known to all: it can log in only where the demo runs.';

grant select, insert, update, delete on register.person, register.account to ${application};
