-- Who logs in elsewhere, with which account.

create table register.identity (
	issuer text not null,
	subject text not null,
	person_id uuid not null references register.account (person_id) on delete cascade on update cascade,
	linked_at timestamptz not null,
	primary key (issuer, subject),
	unique (person_id, issuer)
);
comment on table register.identity is 'Linked once, by an address that the issuer says was verified and that is of one account; known by the subject from then on.';

grant select, insert, update, delete on register.identity to "${application}";
