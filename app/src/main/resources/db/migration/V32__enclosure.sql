-- A mail can have a file with it, which is made when the mail is sent: nothing of it is kept, and what is in it is what its reader may see then.

alter table register.outgoing_mail add column enclosure_id uuid;
comment on column register.outgoing_mail.enclosure_id is 'The kept progress report that goes with it.';
