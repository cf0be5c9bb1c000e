-- Names, addresses and numbers are sealed with a key that is a file outside the database. A sealed value begins with the number of its key, in four bytes; number 0 stands for a value
-- that is not sealed yet, which the application does at its next start. An index column holds a keyed digest of a value in small letters, by which it is found.

alter table register.person
	alter column name type bytea using '\x00000000'::bytea || convert_to(name, 'UTF8'),
	alter column function type bytea using '\x00000000'::bytea || convert_to(function, 'UTF8'),
	alter column email type bytea using '\x00000000'::bytea || convert_to(email, 'UTF8'),
	alter column phone type bytea using '\x00000000'::bytea || convert_to(phone, 'UTF8'),
	add column name_index bytea,
	add column email_index bytea;
create index on register.person (name_index);
create index on register.person (email_index);

drop index register.registration_partnership_id_lower_idx;
alter table register.registration
	alter column name type bytea using '\x00000000'::bytea || convert_to(name, 'UTF8'),
	alter column function type bytea using '\x00000000'::bytea || convert_to(function, 'UTF8'),
	alter column email type bytea using '\x00000000'::bytea || convert_to(email, 'UTF8'),
	add column email_index bytea;
create index on register.registration (partnership_id, email_index);

alter table register.outgoing_mail
	alter column subject type bytea using '\x00000000'::bytea || convert_to(subject, 'UTF8'),
	alter column body type bytea using '\x00000000'::bytea || convert_to(body, 'UTF8');

-- As it was, but for the mails that wait: the database cannot read them any more, so the application takes the text out of them in the same transaction.
create or replace function log.redact() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
		update register.action_import set plan = convert_to(replace(convert_from(plan, 'UTF8'), to_jsonb(words)::text, '"[verwijderd]"'), 'UTF8')
			where strpos(convert_from(plan, 'UTF8'), to_jsonb(words)::text) > 0;
	end if;
	return null;
end
$$;
