-- Removing a text that should not have been recorded: recording reporting.TextRedacted does it, in the same transaction, and nothing else can. The application's account needs no
-- right to change facts for it, and there is no way to remove a text without a fact that says who did, and why.

create function log.redact() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
	place text[] := string_to_array(substr(new.payload ->> 'pointer', 2), '/');
	digested jsonb := jsonb_build_object('textDigest', new.payload ->> 'textDigest');
	event uuid := (new.payload ->> 'eventId')::uuid;
	aggregate text;
	typed jsonb;
	words text;
begin
	select payload #> place, aggregate_identifier into typed, aggregate from log.domain_event where event_identifier = event for update;
	-- removed before: recorded twice, or both come back with a backup
	if typed is not distinct from digested then
		return null;
	end if;
	words := typed ->> 'text';
	if words is null or encode(sha256(decode(typed ->> 'salt', 'base64') || convert_to(words, 'UTF8')), 'hex') is distinct from new.payload ->> 'textDigest' then
		raise exception 'Event % has no text with this digest at %', event, new.payload ->> 'pointer';
	end if;
	update log.domain_event set payload = jsonb_set(payload, place, digested) where event_identifier = event;
	delete from log.snapshot_event where aggregate_identifier = aggregate;
	update register.dead_letter set payload = convert_to(jsonb_set(convert_from(payload, 'UTF8')::jsonb, place, digested)::text, 'UTF8') where event_id = event::text;
	-- a text of a letter or two may stand in any word, and tells nothing
	if length(words) > 2 then
		update register.outgoing_mail set subject = replace(subject, words, '[verwijderd]'), body = replace(body, words, '[verwijderd]')
			where strpos(subject, words) > 0 or strpos(body, words) > 0;
		update register.action_import set plan = convert_to(replace(convert_from(plan, 'UTF8'), to_jsonb(words)::text, '"[verwijderd]"'), 'UTF8')
			where strpos(convert_from(plan, 'UTF8'), to_jsonb(words)::text) > 0;
	end if;
	return null;
end
$$;
revoke execute on function log.redact() from public;

create trigger redact after insert on log.domain_event for each row when (new.payload_type = 'reporting.TextRedacted') execute function log.redact();
alter table log.domain_event enable always trigger redact;

create index domain_event_redactions on log.domain_event (global_index) where payload_type = 'reporting.TextRedacted';
