-- The same as before at a fraction of the price: what stands in an expression is worked out by PL/pgSQL itself, where each PERFORM plans and runs a query.
create or replace function log.note_append() returns trigger language plpgsql as $$
declare
	done text;
begin
	if coalesce(current_setting('ontwikkelagenda.append_timeouts', true), 'on') <> 'off' then
		done := set_config('lock_timeout', '5s', true);
		done := set_config('idle_in_transaction_session_timeout', '15s', true);
		done := set_config('transaction_timeout', '30s', true);
	end if;
	done := pg_advisory_xact_lock_shared(20180924);
	return null;
end
$$;
