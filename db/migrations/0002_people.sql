-- People, as far as the bot has learned their names. No phone number is kept anywhere.
create table person (
  open_id text primary key,
  name text not null,
  updated_at integer not null
) strict;

-- Who acts for what: a person for a unit, a person as a leader of the notice, a member of the office. A row is the
-- history of one claim: proposed by whom, decided by whom, ended by whom.
create table binding (
  -- named after the event that made it
  id text primary key,
  kind text not null check (kind in ('unit', 'leader', 'office')),
  -- id of the unit or of the notice's person; empty for the office
  subject text not null,
  role text not null check (role in ('liaison', 'deputy-liaison', 'unit-head', 'leader', 'office')),
  open_id text not null,
  status text not null check (status in ('proposed', 'confirmed', 'rejected', 'ended')),
  proposed_by text not null,
  proposed_at integer not null,
  decided_by text,
  decided_at integer,
  ended_by text,
  ended_at integer,
  check ((kind = 'unit') = (role in ('liaison', 'deputy-liaison', 'unit-head')) and (kind = 'unit' or role = kind))
) strict;
-- One standing role of a person for a subject, and one claim of his that waits.
create unique index binding_confirmed on binding (kind, subject, open_id) where status = 'confirmed';
create unique index binding_proposed on binding (kind, subject, open_id) where status = 'proposed';
create index binding_person on binding (open_id) where status = 'confirmed';

-- 请假: from the first to the last day (Asia/Shanghai) somebody else stands in. Ends early by a smaller to_day.
create table leave (
  id integer primary key autoincrement,
  open_id text not null,
  from_day text not null,
  to_day text not null,
  stand_in text not null,
  set_by text not null,
  set_at integer not null,
  check (stand_in <> open_id)
) strict;
create index leave_of on leave (open_id, to_day);
create index leave_by on leave (stand_in, to_day);

-- What a group chat is for: the one work group (group_no 0), or a task group's own chat.
create table chat (
  id integer primary key autoincrement,
  chat_id text not null,
  purpose text not null check (purpose in ('work', 'group')),
  group_no integer not null,
  active integer not null check (active in (0, 1)),
  bound_by text not null,
  bound_at integer not null,
  ended_at integer,
  check ((purpose = 'work') = (group_no = 0))
) strict;
create unique index chat_active on chat (chat_id) where active = 1;
create unique index chat_purpose on chat (group_no) where active = 1;

-- 联络员名册: one import from its announcement to its decision. The plan holds open_ids, never phone numbers.
create table roster (
  id text primary key,
  open_id text not null,
  status text not null check (status in ('awaited', 'previewed', 'applied', 'dropped')),
  plan text not null,
  made_at integer not null,
  decided_at integer
) strict;
create index roster_of on roster (open_id, made_at);
