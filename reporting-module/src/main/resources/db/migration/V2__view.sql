-- Views: everything here can be dropped and folded again from the log. The application owns it, because it makes and drops partitions.
create schema if not exists view;
grant usage, create on schema view to "${application}";

-- Numbers in a text sort as numbers: "Thema 2" before "Thema 10".
do $$
begin
  create collation view.dutch (provider = icu, locale = 'nl-u-kn-true');
exception when others then
  create collation view.dutch from "C";
end $$;

-- Part of a word is found by trigrams where the extension is there; without it the same search reads more rows.
do $$
begin
  create extension if not exists pg_trgm with schema public;
exception when others then
  raise notice 'pg_trgm is not available: searching for a part of a word uses no index';
end $$;

-- A text with an instant in ISO 8601 and UTC, as a sortable value; immutable because such a text depends on no setting.
create function view.instant(text) returns timestamptz language sql immutable strict parallel safe as $$ select $1::timestamptz $$;

-- The one row of whoever keeps the views now: how far the log was read, the newest moment of recording so far, and a sign of life.
create table view.keeper (
  only_one boolean primary key default true check (only_one),
  position bigint not null default 0,
  newest   timestamptz,
  backend  integer,
  beat     timestamptz not null default now()
);
insert into view.keeper default values;

-- position is null while the generation is active: it then stands where the keeper stands, always.
create table view.generation (
  id          bigint generated always as identity primary key,
  name        text not null,
  version     integer not null,
  state       text not null check (state in ('building', 'active', 'set_aside', 'retired')),
  serving     boolean not null default false,
  position    bigint,
  error       text,
  created_at  timestamptz not null default now(),
  switched_at timestamptz,
  retired_at  timestamptz,
  check ((state = 'active') = (position is null)),
  check (state <> 'active' or serving),
  check (not serving or state in ('active', 'set_aside'))
);
create unique index generation_serving on view.generation (name) where serving;
create unique index generation_building on view.generation (name) where state = 'building';

create table view.document (
  generation     bigint not null,
  id             text collate "C" not null,
  from_position  bigint not null,
  recorded_at    timestamptz not null,
  sequence       bigint not null,
  partnership_id uuid,
  body           jsonb not null,
  search         text not null,
  primary key (generation, id)
) partition by list (generation);

-- Earlier versions, true from from_position up to but not including to_position.
create table view.document_version (
  generation     bigint not null,
  id             text collate "C" not null,
  from_position  bigint not null,
  to_position    bigint not null,
  recorded_at    timestamptz not null,
  sequence       bigint not null,
  partnership_id uuid,
  body           jsonb not null,
  search         text not null,
  primary key (generation, id, from_position)
) partition by list (generation);

-- Only where the running maximum of the recording times rises.
create table view.moment (
  position bigint primary key,
  at       timestamptz not null unique
);

alter collation view.dutch owner to "${application}";
alter function view.instant(text) owner to "${application}";
alter table view.keeper owner to "${application}";
alter table view.generation owner to "${application}";
alter table view.document owner to "${application}";
alter table view.document_version owner to "${application}";
alter table view.moment owner to "${application}";
