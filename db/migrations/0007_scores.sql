-- 评分办法: ours, not the notice's; the office changes it by a new version. A period is scored by the newest version
-- that was there when it opened.
create table rubric (
  version integer primary key,
  -- JSON
  content text not null,
  made_by text not null,
  at integer not null
) strict;
insert into rubric (version, content, made_by, at) values (1, json('{
  "weights": { "timeliness": 20, "completeness": 20, "indicators": 30, "quality": 30 },
  "perLateDay": 4,
  "marks": { "优": 1, "良": 0.8, "中": 0.6, "差": 0.3 },
  "adds": { "perBrief": 2, "cap": 5 },
  "deducts": { "perReturn": 1, "perOverdue": 2, "perCriticism": 5, "cap": 20 },
  "floor": 0,
  "ceiling": 105,
  "year": { "quarters": 60, "mark": 40 }
}'), 'bot', 0);

-- 加分、扣分: what was entered, by whom and why. Kept when cancelled.
create table score_entry (
  id text primary key,
  period text not null,
  unit text not null,
  kind text not null check (kind in ('add', 'deduct')),
  source text not null check (source in ('brief', 'practice', 'criticism', 'other')),
  -- always above 0; the kind is its sign
  points real not null check (points > 0),
  -- what it is about, in one spelling: one matter counts once
  matter text not null,
  reason text not null,
  -- where it can be read up: a brief, a paper; empty where the reason is all
  evidence text not null default '',
  entered_by text not null,
  at integer not null,
  cancelled_at integer,
  cancelled_by text,
  cancelled_because text,
  check ((cancelled_at is null) = (cancelled_by is null))
) strict;
create unique index score_entry_matter on score_entry (period, unit, matter) where cancelled_at is null;
create index score_entry_of on score_entry (period, unit, at);

-- 年度考评分, 0 to 100, entered by the office: the newest of a unit and year counts.
create table annual_mark (
  id text primary key,
  year text not null,
  unit text not null,
  mark real not null check (mark between 0 and 100),
  entered_by text not null,
  at integer not null
) strict;
create index annual_mark_of on annual_mark (year, unit, at);
