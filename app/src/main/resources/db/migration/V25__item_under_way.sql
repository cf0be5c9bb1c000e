-- Which item a meeting is at, for the clock on the screen in the room: not a fact to keep, so no event.

create table register.item_under_way (
	meeting_id uuid primary key,
	item_id uuid not null,
	since timestamptz not null
);
comment on table register.item_under_way is 'Gone when the item is treated or the meeting is closed.';

grant select, insert, update, delete on register.item_under_way to "${application}";
