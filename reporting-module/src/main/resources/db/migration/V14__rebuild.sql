-- Rebuilds as something that is asked for, watched, cancelled, and undone.

-- the tables of views are the application's own, and who migrates need not be allowed everything
set role "${application}";

create table view.rebuild (
  id         uuid primary key,
  cause      text not null check (cause in ('person', 'schedule', 'command_line', 'start')),
  person_id  uuid,
  take_over  text not null check (take_over in ('when_built', 'when_asked')),
  state      text not null check (state in ('waiting', 'building', 'built', 'taking_over', 'taken_over', 'returning', 'returned', 'cancelled', 'failed')),
  phase      text check (phase in ('reading', 'indexing', 'comparing', 'catching_up')),
  asked_at   timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  ended_at   timestamptz,
  position   bigint not null default 0,
  target     bigint not null default 0,
  per_second double precision not null default 0,
  trouble    text,
  check ((person_id is null) = (cause <> 'person'))
);
create index on view.rebuild (asked_at);
-- one at a time that somebody asked for; beside it what a start of the application has to build
create unique index rebuild_one_at_a_time on view.rebuild ((cause = 'start')) where state in ('waiting', 'building', 'built', 'taking_over', 'returning');
comment on column view.rebuild.trouble is 'Why it failed, or why it stopped for a while.';

-- What a rebuild makes of one view: numbers only, as what documents say stands in the generations themselves.
create table view.rebuild_part (
  rebuild_id  uuid not null references view.rebuild on delete cascade,
  name        text not null,
  generation  bigint not null,
  replaces    bigint,
  compared_at bigint,
  before      bigint,
  after       bigint,
  added       bigint,
  missing     bigint,
  different   bigint,
  error       text,
  primary key (rebuild_id, name)
);
create index on view.rebuild_part (generation);
create index on view.rebuild_part (replaces);
comment on column view.rebuild_part.compared_at is 'Position as of which both generations were compared.';

alter table view.generation drop constraint generation_state_check;
alter table view.generation add check (state in ('building', 'active', 'set_aside', 'retired', 'cancelled'));
alter table view.generation add column mixed boolean not null default false;
comment on column view.generation.mixed is 'Folded on by another version of the view than made it, to serve until a new one is there; never to be trusted as of either version.';
reset role;
