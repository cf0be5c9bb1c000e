-- Addresses under which a feed reader reads changes without logging in.

create table register.change_feed (
	id uuid primary key,
	person_id uuid not null references register.person on delete cascade,
	kind text not null,
	subject_id uuid,
	token_hash bytea not null unique,
	created_at timestamptz not null default now(),
	check ((kind = 'PERSON') = (subject_id is null))
);
comment on table register.change_feed is 'A feed of changes and whose eyes it looks with: what it shows is what this person may see at that moment.';
comment on column register.change_feed.token_hash is 'SHA-256 of the secret in the address; the secret itself is shown once and kept nowhere.';
create index on register.change_feed (person_id);

grant select, insert, update, delete on register.change_feed to "${application}";

-- Where changes are brought to systems of partners.

create table register.webhook (
	id uuid primary key,
	partnership_id uuid not null,
	person_id uuid not null references register.person on delete cascade,
	subject_kind text not null,
	subject_id uuid not null,
	address text not null,
	secret bytea not null,
	state text not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED')),
	paused_as text check (paused_as in ('ASKED', 'UNDELIVERABLE', 'GONE', 'RIGHT_LOST', 'SECRET_LOST')),
	position bigint not null,
	created_at timestamptz not null,
	free_from timestamptz not null,
	check ((state = 'PAUSED') = (paused_as is not null))
);
create index on register.webhook (partnership_id);
create index on register.webhook (person_id);
create index on register.webhook (free_from);
comment on table register.webhook is 'What is brought is what this person may see at that moment.';
comment on column register.webhook.secret is 'Sealed with a key that is a file outside the database.';
comment on column register.webhook.position is 'Of the log; everything up to and with it was brought.';
comment on column register.webhook.free_from is 'When it may be claimed: while one instance brings something, when another may take over; else when it last had its turn.';

create table register.webhook_delivery (
	id uuid primary key,
	webhook_id uuid not null references register.webhook on delete cascade,
	kind text not null check (kind in ('CHANGES', 'TEST')),
	after_position bigint,
	up_to_position bigint,
	state text not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'FAILED')),
	made_at timestamptz not null,
	next_attempt_at timestamptz not null,
	tries integer not null default 0,
	once boolean not null,
	check ((kind = 'CHANGES') = (after_position is not null) and (after_position is null) = (up_to_position is null))
);
-- what has its turn is brought before there is another
create unique index webhook_delivery_one_at_a_time on register.webhook_delivery (webhook_id) where state = 'WAITING' and not once;
create index on register.webhook_delivery (webhook_id, made_at);
create index on register.webhook_delivery (made_at);
comment on column register.webhook_delivery.once is 'Tried once, beside those that have their turn: a test, or one that is sent again.';
comment on column register.webhook_delivery.tries is 'Since it was last begun with; all attempts stand in their own table.';

create table register.webhook_attempt (
	delivery_id uuid not null references register.webhook_delivery on delete cascade,
	number integer not null,
	at timestamptz not null,
	millis integer not null,
	status integer,
	error text,
	primary key (delivery_id, number),
	check ((status is null) = (error is not null))
);

grant select, insert, update, delete on register.webhook, register.webhook_delivery, register.webhook_attempt to "${application}";
