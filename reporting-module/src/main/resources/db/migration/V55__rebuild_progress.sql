set role "${application}";

alter table view.rebuild add column done integer not null default 0;
comment on column view.rebuild.done is 'Of how many read models the indexes are made, or old and new compared, while that is what it is busy with.';

reset role;
