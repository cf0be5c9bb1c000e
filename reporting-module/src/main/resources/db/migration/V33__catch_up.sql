-- What changed in a view while it was set aside: who followed what changes had passed that part of the log when the view was mended, and is told of it afterwards.

-- the tables of views are the application's own, and who migrates need not be allowed everything
set role "${application}";
create table view.catch_up (
  view  text not null,
  after bigint not null,
  up_to bigint not null,
  primary key (view, after),
  check (up_to > after)
);
comment on column view.catch_up.after is 'The position at which it was set aside.';
comment on column view.catch_up.up_to is 'Where it was when it served again; what changed is told with what comes next.';
reset role;
