-- Rights of persons over their data: to have it corrected, or only kept; and two entries that turn out to be one person.

alter table register.person
	add column restricted_as text check (restricted_as in ('ACCURACY_CONTESTED', 'UNLAWFUL', 'NEEDED_FOR_CLAIM', 'OBJECTION')),
	add column restricted_at timestamptz,
	add column joined_into uuid references register.person on delete cascade,
	add check ((restricted_as is null) = (restricted_at is null)),
	add check (joined_into <> id);
create index on register.person (joined_into) where joined_into is not null;
comment on column register.person.restricted_as is 'Ground in article 18 of the GDPR for which he is only kept: no mail, and not among those who can be chosen.';
comment on column register.person.joined_into is 'The entry of the same person that counts. This id stays in the facts; whoever asks for it gets that entry.';

-- Who changed what of an entry, without the values: those would be what was wrong about somebody.
create table register.person_change (
	number bigint generated always as identity primary key,
	person_id uuid not null references register.person on delete cascade,
	kind text not null check (kind in ('CORRECTED', 'RESTRICTED', 'RELEASED', 'JOINED')),
	fields text[] not null default '{}',
	changed_by uuid not null,
	changed_at timestamptz not null
);
create index on register.person_change (person_id);

grant select, insert, delete on register.person_change to ${application};
