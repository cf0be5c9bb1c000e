-- Who was erased from the register of persons, by whom and why; never changed, and without anything that tells who it was.

create table register.erasure (
	person_id uuid primary key,
	erased_by uuid not null,
	ground text not null,
	reason text not null,
	redacted integer not null,
	erased_at timestamptz not null
);
comment on column register.erasure.redacted is 'How many texts of the log were redacted with it.';

-- Texts that name an erased person and stay, as the law asks for it.
create table register.erasure_exception (
	person_id uuid not null references register.erasure,
	event_identifier uuid not null,
	pointer text not null,
	ground text not null,
	reason text not null,
	primary key (person_id, event_identifier, pointer)
);
comment on column register.erasure_exception.pointer is 'Where the text stands in the fact, a JSON pointer.';

grant select, insert on register.erasure, register.erasure_exception to ${application};
