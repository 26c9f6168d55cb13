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
