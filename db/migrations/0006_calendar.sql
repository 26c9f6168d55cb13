-- 放假安排 that the office imported, a row an import: the highest version of a year is the one that counts, the others
-- stay readable. A year's arrangement may speak of the last days of the year before.
create table arrangement (
  year integer not null,
  version integer not null,
  -- JSON lists of days
  off text not null,
  work text not null,
  -- what it was read from
  source text not null check (source in ('text', 'table')),
  imported_by text not null,
  imported_at integer not null,
  primary key (year, version)
) strict;

-- What was read and shown, until it is confirmed or taken back. Made by one person; anybody of the office confirms.
create table arrangement_draft (
  id text primary key,
  year integer not null,
  off text not null,
  work text not null,
  source text not null check (source in ('text', 'table')),
  status text not null check (status in ('shown', 'applied', 'dropped')),
  -- the version of the year that the preview was compared with; 0: none
  base_version integer not null,
  made_by text not null,
  made_at integer not null
) strict;

-- 群发: a sending to many people. Its messages are the outbox rows whose keys begin with the prefix.
create table broadcast (
  id text primary key,
  -- what it is in a few words, as the office reads it
  what text not null,
  key_prefix text not null unique,
  total integer not null,
  -- an open_id, or 'bot' for what is scheduled
  started_by text not null,
  started_at integer not null,
  -- when all messages were sent or given up
  finished_at integer
) strict;
create index broadcast_age on broadcast (started_at);
create index broadcast_open on broadcast (started_at) where finished_at is null;
