-- Who read the history as an auditor, took something along, or was refused: in the register of accesses, which the application's account can add to, and change or remove nothing in.

-- What is refused at the door of the installation is of no partnership.
alter table register.audit_access alter column partnership_id drop not null;
alter table register.audit_access add constraint an_access_is_told_shortly check (length(scope::text) <= 4000);
create index on register.audit_access (partnership_id, person_id, id);

comment on table register.audit_access is 'Only added to. Kept as long as docs/history.md says; what is older is removed by the owner of the database.';
comment on column register.audit_access.person_id is 'Who did it; the only thing here that is about a person.';
comment on column register.audit_access.scope is 'What was asked for, by name: addresses without their values, ids, forms and days; never words.';
