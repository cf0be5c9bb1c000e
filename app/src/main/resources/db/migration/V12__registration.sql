-- People who asked, without an account, to take part in a programme: kept apart from the register of persons until they show that the address is theirs.

create table register.registration (
	id uuid primary key,
	partnership_id uuid not null,
	name text not null,
	function text not null,
	organisation_id uuid,
	email text not null,
	sector text not null,
	perspective text not null,
	token_hash bytea unique,
	written_at timestamptz not null,
	expires_at timestamptz not null,
	person_id uuid,
	confirmed_on date,
	check ((token_hash is null) = (confirmed_on is not null) and (person_id is null) = (confirmed_on is null))
);
create index on register.registration (partnership_id, lower(email));
create index on register.registration (expires_at) where confirmed_on is null;
comment on table register.registration is 'Removed when it was confirmed and recorded, or when the link in its mail no longer works.';
comment on column register.registration.token_hash is 'SHA-256 of the secret in the mailed link; removed when the link is used.';
comment on column register.registration.person_id is 'Who it turned out to be, in the register of persons.';

alter table register.outgoing_mail alter column person_id drop not null;
alter table register.outgoing_mail add column registration_id uuid references register.registration on delete cascade;
alter table register.outgoing_mail add check ((person_id is null) <> (registration_id is null));
create index on register.outgoing_mail (registration_id);
comment on column register.outgoing_mail.registration_id is 'For who is not in the register of persons yet.';

grant select, insert, update, delete on register.registration to ${application};
