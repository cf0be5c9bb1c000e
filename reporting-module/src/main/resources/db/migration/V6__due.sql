-- From which day a document is overdue, beside the document: an index that holds all that a question asks answers it without fetching a single document, which no index on an
-- expression can. Filled by PostgreSQL from the document itself.

-- the tables of views are the application's own, and who migrates need not be allowed everything
set role "${application}";
alter table view.document add column due text collate "C" generated always as (body ->> 'overdueFrom') stored;
reset role;
