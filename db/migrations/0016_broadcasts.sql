-- The outbox made anew: a kind for 加急, what a message is a part of, the platform's code of a failure, and who in the
-- office has seen to it.
create table outbox_new (
  seq integer primary key autoincrement,
  key text not null unique,
  uuid text not null,
  kind text not null check (kind in ('send', 'reply', 'patch', 'urgent')),
  -- chat or person whose limit counts
  lane text not null,
  receive_id_type text,
  receive_id text not null,
  msg_type text not null,
  content text not null,
  -- the card's own key: later versions of it patch the message that this row becomes
  card_key text,
  status text not null check (status in ('due', 'sending', 'sent', 'dead', 'replaced')),
  attempts integer not null default 0,
  next_at integer not null,
  -- first attempt; and the first one whose outcome is unknown
  tried_at integer,
  unknown_at integer,
  claimed_until integer,
  message_id text,
  created_at integer not null,
  sent_at integer,
  error text,
  broadcast text,
  code integer,
  settled_at integer,
  settled_by text
) strict;
insert into outbox_new (seq, key, uuid, kind, lane, receive_id_type, receive_id, msg_type, content, card_key, status,
  attempts, next_at, tried_at, unknown_at, claimed_until, message_id, created_at, sent_at, error)
select seq, key, uuid, kind, lane, receive_id_type, receive_id, msg_type, content, card_key, status,
  attempts, next_at, tried_at, unknown_at, claimed_until, message_id, created_at, sent_at, error from outbox;
drop table outbox;
alter table outbox_new rename to outbox;
create index outbox_due on outbox (next_at) where status in ('due', 'sending');
create index outbox_lane on outbox (lane, seq) where status in ('due', 'sending');
create index outbox_card on outbox (card_key) where card_key is not null;
create index outbox_age on outbox (created_at);
create index outbox_broadcast on outbox (broadcast) where broadcast is not null;
create index outbox_failed on outbox (lane) where status = 'dead' and settled_at is null;

-- What goes to many people at once, as the office knows it. `made_by` is empty for what a schedule sends.
create table broadcast (
  id text primary key,
  name text not null,
  made_by text not null,
  made_at integer not null,
  -- what its progress card says, and since when
  shown text not null default '',
  shown_at integer not null default 0,
  finished_at integer
) strict;
create index broadcast_open on broadcast (made_at) where finished_at is null;

-- Calls that were given their instant, by all processes of this database: one row.
create table sending_window (
  id integer primary key check (id = 1),
  version integer not null,
  reserved text not null
) strict;

-- Chats that take nothing any more (the bot was put out, the group dissolved): not tried again for a day.
create table unreachable (
  lane text primary key,
  code integer not null,
  since integer not null
) strict;

-- 加急: each one the office ordered, with its reason; so many a day.
create table urge (
  id text primary key,
  period text not null,
  reason text not null,
  by text not null,
  at integer not null,
  day text not null,
  no integer not null,
  people integer not null,
  unique (day, no)
) strict;
