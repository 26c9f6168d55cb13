-- 稍后提醒: when somebody wants to see a period's reminder again, once. The later choice takes the earlier one's place.
create table snooze (
  open_id text not null,
  period text not null,
  -- instant in ms, like `set_at`
  at integer not null,
  set_at integer not null,
  primary key (open_id, period)
) strict, without rowid;
create index snooze_at on snooze (at);

-- 未报单位 that the office has let the work group see by name, a row a period. Taken back: the row goes; who confirmed
-- and who took back stands in the audit.
create table late_names (
  period text primary key,
  -- the due day that they are late by: after an extension the names count no longer
  due_on text not null,
  -- JSON list of the units that were confirmed, never more
  units text not null,
  confirmed_by text not null,
  confirmed_at integer not null
) strict;
