-- How a thing to do stands, beside the document, as the day from which it is overdue: an index that holds all that a question asks counts a hundred thousand of them without
-- fetching one. Filled by PostgreSQL from the document itself.

-- the tables of views are the application's own, and who migrates need not be allowed everything
set role "${application}";
alter table view.document
  add column status  text collate "C" generated always as (body ->> 'status') stored,
  add column blocked text collate "C" generated always as (body ->> 'blocked') stored;
reset role;
