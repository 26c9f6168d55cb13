-- 问题台账 (附件1·四（三）, 附件2·三（一）): one problem of one unit, from being entered to 销号.
create table ledger_entry (
  -- as people call it: 2026-017
  no text primary key,
  unit text not null,
  problem text not null,
  measure text not null,
  -- the deadline in force, a day in Asia/Shanghai
  due_on text not null,
  -- what the unit said last; null until it says a number
  percent integer check (percent between 0 and 100),
  status text not null check (status in ('open', 'closing', 'closed')),
  entered_by text not null,
  entered_at integer not null,
  version integer not null
) strict;
create index ledger_entry_of on ledger_entry (unit, due_on);

-- Everything that was done with an entry, kept for good. The first step is that it was entered.
create table ledger_step (
  no text not null references ledger_entry (no),
  -- the version of the entry that the step made
  version integer not null,
  what text not null check (what in ('entered', 'progress', 'applied', 'returned', 'closed', 'due-moved')),
  words text not null,
  percent integer check (percent between 0 and 100),
  -- the deadline in force after the step
  due_on text not null,
  by text not null,
  at integer not null,
  primary key (no, version)
) strict;
