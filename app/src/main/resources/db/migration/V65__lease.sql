-- Who is at work says so again and again; by the clock of the database, which is one for all instances.

alter table register.outgoing_mail add column claimed_until timestamptz;
comment on column register.outgoing_mail.claimed_until is 'While one instance is sending it: when another may try, unless the first says before that it is still at it.';
comment on column register.outgoing_mail.next_attempt_at is 'Not before.';
comment on column register.webhook.free_from is
	'When it may be claimed, by the clock of the database: while one instance brings something, when another may take over, unless the first says before that it is still at it; else when it last had its turn.';
