-- What may be kept too long: proposed by a job, decided on by who administers the installation.

create table register.retention_proposal (
	id uuid primary key,
	kind text not null check (kind in ('PERSON', 'CLOSED_ACCOUNT')),
	person_id uuid not null,
	unused_since date not null,
	proposed_on date not null,
	state text not null default 'OPEN' check (state in ('OPEN', 'REMOVED', 'KEPT', 'LAPSED')),
	decided_by uuid,
	decided_at timestamptz,
	reason text,
	kept_until date,
	check ((state in ('REMOVED', 'KEPT')) = (decided_by is not null)),
	check ((state = 'KEPT') = (reason is not null and kept_until is not null))
);
create unique index retention_proposal_one_open on register.retention_proposal (kind, person_id) where state = 'OPEN';
create index on register.retention_proposal (person_id);
comment on table register.retention_proposal is 'Stays when the person is erased: it tells by whom that was decided, and by a random id about whom.';
comment on column register.retention_proposal.reason is 'Why it is kept, without saying who it is about.';

grant select, insert, update on register.retention_proposal to ${application};
