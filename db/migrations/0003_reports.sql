-- 报送期: one quarter. Days are Asia/Shanghai. Late is no status: it follows from the due day and the clock.
create table period (
  id text primary key,
  status text not null check (status in ('planned', 'cancelled', 'open', 'locked')),
  opens_on text not null,
  due_on text not null,
  opened_at integer,
  opened_by text,
  locked_at integer,
  locked_by text,
  -- which defaults it was opened with
  settings_version integer not null default 1,
  -- raised with each change
  version integer not null default 1
) strict;

-- What was changed about a period, and why.
create table period_change (
  id integer primary key autoincrement,
  period text not null,
  what text not null check (what in ('postpone', 'cancel', 'open', 'extend', 'lock')),
  from_day text,
  to_day text,
  reason text not null default '',
  by text not null,
  at integer not null
) strict;
create index period_change_of on period_change (period, at);

-- 季度报告: one per unit and period, made when the period opens.
create table report (
  period text not null,
  unit text not null,
  -- the unit's place in the notice, from 1: part of the receipt number
  no integer not null,
  status text not null check (status in ('none', 'draft', 'submitted', 'returned', 'accepted')),
  -- raised with each change of the report or one of its items
  version integer not null default 0,
  -- submissions so far
  round integer not null default 0,
  -- 无变化沿用: last period's content was taken over whole
  carried integer not null default 0 check (carried in (0, 1)),
  -- decides timeliness, whatever comes after
  first_submitted_at integer,
  submitted_at integer,
  submitted_by text,
  receipt text unique,
  decided_at integer,
  decided_by text,
  mark text check (mark in ('优', '良', '中', '差')),
  primary key (period, unit)
) strict, without rowid;

-- 报送事项 as it was when the period opened, and what the unit has written so far.
create table report_item (
  period text not null,
  unit text not null,
  item text not null,
  -- from 1
  position integer not null,
  kind text not null check (kind in ('group', 'sub-lead', 'group-part', 'measure')),
  title text not null,
  asks text not null,
  location text not null,
  group_no integer,
  measure_no integer,
  progress text not null default '',
  problems text not null default '',
  next_steps text not null default '',
  -- 需分包领导协调
  coordinate integer not null default 0 check (coordinate in (0, 1)),
  version integer not null default 0,
  updated_at integer,
  updated_by text,
  primary key (period, unit, item)
) strict, without rowid;
create index report_item_group on report_item (period, group_no);

-- A numeric target of an item, and the value that the unit gave. The raw text stays whatever it is worth.
create table report_value (
  period text not null,
  unit text not null,
  item text not null,
  indicator text not null,
  position integer not null,
  what text not null,
  comparator text not null,
  target real,
  up_to real,
  measured_in text not null,
  deadline text,
  raw text not null default '',
  -- the raw text as a number, where it is one
  value real,
  -- 暂无数据: the reason given; counts only once the office has accepted it
  no_data text,
  no_data_accepted integer not null default 0 check (no_data_accepted in (0, 1)),
  primary key (period, unit, item, indicator)
) strict, without rowid;

-- Every state of a draft, so that two hands can be told apart and nothing typed is lost.
create table report_save (
  period text not null,
  unit text not null,
  item text not null,
  version integer not null,
  -- JSON of the fields
  content text not null,
  by text not null,
  at integer not null,
  primary key (period, unit, item, version)
) strict, without rowid;

-- What somebody typed that could not go into the draft: another had changed the same fields, or the report was closed.
create table report_clash (
  id text primary key,
  period text not null,
  unit text not null,
  item text not null,
  base_version integer not null,
  content text not null,
  -- JSON list of the fields that are still to be decided
  open_fields text not null,
  by text not null,
  at integer not null,
  closed_at integer
) strict;
create index report_clash_open on report_clash (period, unit, item) where closed_at is null;

-- Each submission as it was, to be read again.
create table report_revision (
  period text not null,
  unit text not null,
  round integer not null,
  receipt text not null unique,
  content text not null,
  submitted_by text not null,
  submitted_at integer not null,
  primary key (period, unit, round)
) strict;

-- What became of a submission.
create table report_decision (
  id text primary key,
  period text not null,
  unit text not null,
  round integer not null,
  what text not null check (what in ('accepted', 'returned', 'withdrawn')),
  mark text check (mark in ('优', '良', '中', '差')),
  -- JSON list of words
  chips text not null default '[]',
  reason text not null default '',
  by text not null,
  at integer not null
) strict;
create index report_decision_of on report_decision (period, unit, at);

-- 重要事项即报 (四（四）)
create table urgent_report (
  id text primary key,
  -- JSON list of units
  units text not null,
  text text not null,
  by text not null,
  at integer not null
) strict;
create index urgent_report_at on urgent_report (at);

-- 佐证材料: a file that was sent while an item was being filled in. The file itself stays with the platform.
create table evidence (
  id text primary key,
  period text not null,
  unit text not null,
  item text not null,
  message_id text not null,
  file_key text not null,
  type text not null check (type in ('file', 'image')),
  name text not null,
  size integer not null,
  sha256 text not null,
  by text not null,
  at integer not null,
  removed_at integer
) strict;
create index evidence_of on evidence (period, unit, item);

-- The item that somebody has in hand: where a file he sends belongs.
create table filling (
  open_id text primary key,
  period text not null,
  unit text not null,
  item text not null,
  at integer not null
) strict;

-- 报送表 sent back as a spreadsheet, from its preview to its decision. The plan is what would be written.
create table report_form (
  id text primary key,
  period text not null,
  unit text not null,
  open_id text not null,
  status text not null check (status in ('previewed', 'applied', 'dropped')),
  plan text not null,
  made_at integer not null,
  decided_at integer
) strict;
create index report_form_of on report_form (open_id, made_at);
