-- The words of a document in their Dutch form, beside the document: to make them again for every document that may hold what somebody looks for, and once more to say how well it
-- answers, took a tenth of a millisecond each time. Filled by PostgreSQL from the text by which a document is found.

-- the tables of views are the application's own, and who migrates need not be allowed everything
set role "${application}";
alter table view.document add column words tsvector generated always as (to_tsvector('pg_catalog.dutch', search)) stored;

do $$
declare documents regclass;
declare old text;
begin
  for documents in select c.oid from pg_class c where c.relnamespace = 'view'::regnamespace and c.relkind = 'r' and c.relname ~ '^document_[0-9]+$' loop
    if not exists (select from pg_inherits where inhrelid = documents) then
      -- what is being built has no parent yet
      execute format('alter table %s add column words tsvector generated always as (to_tsvector(''pg_catalog.dutch'', search)) stored', documents);
    end if;
    for old in select i.indexrelid::regclass from pg_index i where i.indrelid = documents and pg_get_indexdef(i.indexrelid) like '%USING gin (to_tsvector(%' loop
      execute 'drop index ' || old;
      execute format('create index on %s using gin (words)', documents);
    end loop;
  end loop;
end $$;
reset role;
