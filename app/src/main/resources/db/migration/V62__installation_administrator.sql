-- Who administered this installation, from when to when. The log belongs to partnerships, and this right to none; so it is kept beside it, by the database itself whenever an account changes, and is only
-- added to by that: the application can read it.

create table register.installation_administrator (
	number bigint generated always as identity primary key,
	person_id uuid not null,
	since timestamptz not null,
	until timestamptz
);
create unique index on register.installation_administrator (person_id) where until is null;
comment on table register.installation_administrator is 'Stays when the person is erased: by a random id.';

insert into register.installation_administrator (person_id, since) select person_id, changed_at from register.account where administrator and enabled;

create function register.note_administrator() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
	was uuid := case when tg_op <> 'INSERT' and old.administrator and old.enabled then old.person_id end;
	is_now uuid := case when tg_op <> 'DELETE' and new.administrator and new.enabled then new.person_id end;
begin
	-- what is put back has these rows itself
	if current_setting('ontwikkelagenda.restoring', true) = 'on' and session_user <> '${application}' then
		return null;
	end if;
	if was is distinct from is_now then
		update register.installation_administrator set until = now() where person_id = was and until is null;
		insert into register.installation_administrator (person_id, since) select is_now, now() where is_now is not null on conflict do nothing;
	end if;
	return null;
end
$$;
revoke execute on function register.note_administrator() from public;

create trigger note_administrator after insert or update or delete on register.account for each row execute function register.note_administrator();

grant select on register.installation_administrator to ${application};
