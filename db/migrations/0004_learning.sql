-- Questions that were refused, asked back or called wrong: what was asked, how often, never by whom.
create table asked (
  question text primary key,
  refused integer not null default 0,
  wrong integer not null default 0,
  useful integer not null default 0,
  -- what the same person asked with success right after: kind and id of the thing it was about
  led_to text,
  first_at integer not null,
  last_at integer not null,
  settled_at integer
) strict;
create index asked_open on asked (last_at) where settled_at is null;

-- Words that the office says mean one thing of the notice; the engine reads them beside the lexicon.
create table alias (
  text text primary key,
  target text not null,
  added_by text not null,
  added_at integer not null
) strict;
