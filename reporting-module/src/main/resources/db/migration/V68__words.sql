-- The words of a document in their Dutch form, beside the document: to make them again for every document that may hold what somebody looks for, and once more to say how well it
-- answers, took a tenth of a millisecond each time. Filled by PostgreSQL from the text by which a document is found.

-- the tables of views are the application's own, and who migrates need not be allowed everything
set role "${application}";
set local maintenance_work_mem = '128MB';

do $$
declare
  -- what is half detached is on its way out, and nothing can be added to it
  kept     regclass[] := array(select c.oid from pg_class c left join pg_inherits p on p.inhrelid = c.oid
                               where c.relnamespace = 'view'::regnamespace and c.relkind = 'r' and c.relname ~ '^document_[0-9]+$' and not coalesce(p.inhdetachpending, false));
  -- not made anew with the tables, as what comes instead is made afterwards
  replaced regclass[] := array(select indexrelid from pg_index where indrelid = any(kept) and pg_get_indexdef(indexrelid) like '%USING gin (to_tsvector(%');
  indexed  regclass[] := array(select indrelid from pg_index where indexrelid = any(replaced));
  each     regclass;
begin
  foreach each in array replaced loop
    execute format('drop index %s', each);
  end loop;
  alter table view.document add column words tsvector generated always as (to_tsvector('pg_catalog.dutch', search)) stored;
  foreach each in array kept loop
    if not exists (select from pg_inherits where inhrelid = each) then
      -- what is being built has no parent yet
      execute format('alter table %s add column words tsvector generated always as (to_tsvector(''pg_catalog.dutch'', search)) stored', each);
    end if;
  end loop;
  foreach each in array indexed loop
    execute format('create index on %s using gin (words)', each);
  end loop;
end $$;
reset role;
