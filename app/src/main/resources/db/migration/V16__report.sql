-- Who wants progress reports by mail, and which report was mailed to whom.

create table register.report_subscription (
	id uuid primary key,
	person_id uuid not null references register.person on delete cascade,
	partnership_id uuid not null,
	subject_kind text not null,
	subject_id uuid not null,
	rhythm text not null check (rhythm in ('MONTHLY', 'SCHOOL_QUARTERLY')),
	subscribed_on date not null,
	unique (person_id, subject_kind, subject_id, rhythm)
);
comment on column register.report_subscription.subscribed_on is 'The first report is that of the period that this day is in.';

create table register.report_delivery (
	report_id uuid not null,
	person_id uuid not null references register.person on delete cascade,
	subscription_id uuid not null,
	mail_id uuid references register.outgoing_mail on delete set null,
	stop_hash bytea not null unique,
	primary key (report_id, person_id)
);
create index on register.report_delivery (person_id);
create index on register.report_delivery (mail_id);
comment on table register.report_delivery is 'Stays when the subscription ends, so that nobody gets a report twice.';
comment on column register.report_delivery.stop_hash is 'SHA-256 of the secret in the link in the mail that ends the subscription.';

grant select, insert, update, delete on register.report_subscription, register.report_delivery to ${application};
