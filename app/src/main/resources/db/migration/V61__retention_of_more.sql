-- More kinds of what may be kept too long: accounts that nobody uses, and rows of registers, which are about no one person.

alter table register.retention_proposal drop constraint retention_proposal_kind_check;
alter table register.retention_proposal add constraint retention_proposal_kind_check
	check (kind in ('PERSON', 'CLOSED_ACCOUNT', 'UNUSED_ACCOUNT', 'ACCESSES', 'CORRECTIONS', 'IMPORTS', 'DROPPED_WORK'));
alter table register.retention_proposal alter column person_id drop not null;
alter table register.retention_proposal add column row_count bigint;
alter table register.retention_proposal add constraint retention_proposal_about check ((person_id is null) = (row_count is not null));
drop index register.retention_proposal_one_open;
create unique index retention_proposal_one_open on register.retention_proposal (kind, person_id) nulls not distinct where state = 'OPEN';
comment on column register.retention_proposal.row_count is 'How many rows of a register were over their time when it was proposed; absent for what is about one person.';

grant delete on register.dropped_letter to ${application};

-- The application may add to who read and took along, and change nothing. What is over its time goes by this door only, which opens for nothing of the last year.
create function register.forget_accesses(before timestamptz) returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
	forgotten bigint;
begin
	if before > now() - interval '1 year' then
		raise exception 'Accesses of the last year stay';
	end if;
	delete from register.audit_access where at < before;
	get diagnostics forgotten = row_count;
	return forgotten;
end
$$;
revoke execute on function register.forget_accesses(timestamptz) from public;
grant execute on function register.forget_accesses(timestamptz) to ${application};
