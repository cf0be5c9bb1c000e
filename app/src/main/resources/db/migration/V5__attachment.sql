-- Content of attached files, kept apart from the log: it can be removed while the fact that it was there stays.

create table register.attachment (
	id uuid primary key,
	content bytea not null,
	added_at timestamptz not null default now()
);
comment on table register.attachment is 'The file of an attachment; its name, type, size and SHA-256 are in the event agenda.AttachmentAdded.';
alter table register.attachment alter column content set storage external;

grant select, insert, delete on register.attachment to ${application};
