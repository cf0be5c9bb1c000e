-- A mail can have a file with it, which is made when the mail is sent: nothing of it is kept, and what is in it is what its reader may see then.

alter table register.outgoing_mail add column enclosure_id uuid;
comment on column register.outgoing_mail.enclosure_id is 'The kept progress report that goes with it.';

-- Reports that somebody had made in the background, and how far they are. Files are kept for a short while only: what may no longer be shown must not stay in them.

create table register.report_run (
	id uuid primary key,
	person_id uuid not null references register.person on delete cascade,
	partnership_id uuid not null,
	question jsonb not null,
	format text not null,
	state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
	section text,
	sections_done integer not null default 0,
	sections integer not null default 0,
	begun_after bigint,
	file bytea,
	failure text,
	asked_at timestamptz not null default now(),
	finished_at timestamptz,
	check ((state = 'DONE') = (file is not null))
);
create index on register.report_run (person_id);
create index on register.report_run (asked_at);
comment on column register.report_run.question is 'What is asked, with the place in the log.';
comment on column register.report_run.section is 'The heading of the section that is being made.';
comment on column register.report_run.begun_after is 'The last redaction in the log when it was begun.';

grant select, insert, update, delete on register.report_run to "${application}";

create function log.forget_report_files() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
	delete from register.report_run where state = 'DONE';
	return null;
end
$$;
revoke execute on function log.forget_report_files() from public;

create trigger forget_report_files after insert on log.domain_event for each row when (new.payload_type = 'reporting.TextRedacted') execute function log.forget_report_files();
alter table log.domain_event enable always trigger forget_report_files;
