-- Who stops logging in elsewhere is not linked again by his address: he links himself, while he is logged in.
alter table register.identity add column unlinked_at timestamptz;
alter table register.identity drop constraint identity_person_id_issuer_key;
create unique index identity_in_use on register.identity (person_id, issuer) where unlinked_at is null;
comment on column register.identity.unlinked_at is 'Since when its owner does not log in with it any more; absent while he does.';
