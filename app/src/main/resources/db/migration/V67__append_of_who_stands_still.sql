-- Whoever stands still between two statements of an append holds up everybody who reads the log; others take over within the same time as from whoever is gone.
create or replace function log.note_append() returns trigger language plpgsql as $$
declare
	done text;
begin
	if coalesce(current_setting('ontwikkelagenda.append_timeouts', true), 'on') <> 'off' then
		done := set_config('lock_timeout', '5s', true);
		done := set_config('idle_in_transaction_session_timeout', '10s', true);
		done := set_config('transaction_timeout', '30s', true);
	end if;
	done := pg_advisory_xact_lock_shared(20180924);
	return null;
end
$$;
