-- What was decided on files whose text names an erased person: taken away, or kept as the law asks for it.

create table register.erasure_file (
	person_id uuid not null references register.erasure,
	attachment_id uuid not null,
	ground text,
	reason text,
	primary key (person_id, attachment_id),
	check ((ground is null) = (reason is null))
);
comment on column register.erasure_file.ground is 'Why it stays; absent for a file that was taken away.';

grant select, insert on register.erasure_file to ${application};
