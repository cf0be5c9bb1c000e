-- Who chooses his password by a link in a mail, and which devices logged in before.

alter table register.account alter column password_hash drop not null;
alter table register.account add column email bytea;
alter table register.account add column email_index bytea;
comment on column register.account.password_hash is 'Null for who was invited and has not chosen a password, or logs in elsewhere.';
comment on column register.account.email is 'Sealed. Where links for this account go. Chosen by who administers the installation: the address in the register of persons can be changed by secretaries.';
create index on register.account (email_index);

create table register.password_link (
	person_id uuid primary key references register.account (person_id) on delete cascade on update cascade,
	kind text not null check (kind in ('INVITATION', 'RESET')),
	token_hash bytea not null unique,
	expires_at timestamptz not null
);
comment on table register.password_link is 'The one link with which somebody may choose a password; removed when it is used, or too old.';
comment on column register.password_link.token_hash is 'SHA-256 of the secret in the mailed link.';

create table register.known_device (
	token_hash bytea primary key,
	person_id uuid not null references register.account (person_id) on delete cascade on update cascade,
	last_used_at timestamptz not null
);
create index on register.known_device (person_id);
comment on table register.known_device is 'Browsers in which somebody logged in before: failures of others do not keep these out.';
comment on column register.known_device.token_hash is 'SHA-256 of the secret in the cookie.';

alter table register.outgoing_mail add column to_account boolean not null default false;
alter table register.outgoing_mail add check (not to_account or person_id is not null);
comment on column register.outgoing_mail.to_account is 'Goes to the address of his account, not to that in the register of persons.';

grant select, insert, update, delete on register.password_link, register.known_device to "${application}";
