-- What changed since a position is asked for often, by who follows a feed and whoever compares two moments: of the many documents that did not change none is read.

-- the tables of views are the application's own, and who migrates need not be allowed everything
set role "${application}";
create index on view.document (from_position);
reset role;
