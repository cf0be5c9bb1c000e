-- Mails to be sent; a row is written in the transaction of what it is about. Who gets it is looked up when it is sent, so no address is kept here.
create table register.outgoing_mail (
	id uuid primary key,
	person_id uuid not null references register.person on delete cascade,
	subject text not null,
	body text,
	state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED')),
	attempts integer not null default 0,
	written_at timestamptz not null,
	give_up_at timestamptz not null,
	next_attempt_at timestamptz not null,
	settled_at timestamptz,
	error text,
	check ((state = 'WAITING') = (settled_at is null))
);
create index on register.outgoing_mail (next_attempt_at) where state = 'WAITING';
create index on register.outgoing_mail (written_at);
comment on column register.outgoing_mail.body is 'Removed when the mail was sent.';
comment on column register.outgoing_mail.next_attempt_at is 'Not before; while one instance is sending it, when another may try.';
comment on column register.outgoing_mail.error is 'Why the last attempt failed, without addresses.';

-- One person, one day: the reminders that he got then, in one mail if he got one.
create table register.reminder_round (
	person_id uuid not null references register.person on delete cascade,
	day date not null,
	mail_id uuid references register.outgoing_mail on delete set null,
	primary key (person_id, day)
);
create index on register.reminder_round (mail_id);

create table register.reminder (
	promise_id uuid not null,
	kind text not null,
	about date not null,
	person_id uuid not null,
	day date not null,
	action_id uuid not null,
	to_record boolean not null,
	primary key (promise_id, kind, about, person_id),
	foreign key (person_id, day) references register.reminder_round on delete cascade
);
create index on register.reminder (person_id, day);
create index on register.reminder (day) where to_record;
comment on column register.reminder.to_record is 'It went into a mail, and the log does not say yet that it was sent.';

-- Days of which all reminders were given.
create table register.reminder_day (
	day date primary key
);

create table register.preference (
	person_id uuid primary key references register.person on delete cascade,
	quiet_in_school_holidays boolean not null
);

grant select, insert, update, delete on register.outgoing_mail, register.reminder_round, register.reminder, register.reminder_day, register.preference to ${application};
