-- 预览发各单位: the round of objections of a ranking. One row a span: the claim, so that it is sent once.
create table ranking_preview (
  span text primary key,
  -- SHA-256 of what was sent, hex
  hash text not null,
  -- JSON list of the units that were ranked then: each is asked
  units text not null,
  sent_by text not null,
  sent_at integer not null,
  -- the third working day after, 18:00
  closes_at integer not null
) strict;

-- What the units say in the round, kept for good: the newest row of a unit is where it stands.
create table ranking_objection (
  -- named after the click that made it
  id text primary key,
  span text not null references ranking_preview (span),
  unit text not null,
  kind text not null check (kind in ('none', 'objection')),
  words text not null check ((kind = 'objection') = (words <> '')),
  by text not null,
  at integer not null,
  verdict text check (verdict in ('accepted', 'rejected')),
  verdict_words text not null default '',
  decided_by text,
  decided_at integer
) strict;
create index ranking_objection_of on ranking_objection (span, unit);
