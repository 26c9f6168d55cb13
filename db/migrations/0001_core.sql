-- A list of writes checks what it relies on by inserting into this view: a condition that does not hold aborts the
-- whole list, and the message names it. Works the same on SQLite and in a D1 batch.
create view _guard as select 1 as ok, '' as msg;
create trigger _guard_insert instead of insert on _guard when new.ok is not 1
begin
  select raise(abort, 'guard:' || new.msg);
end;

-- Events as they came, once each. Instants are ms since the epoch.
create table inbox (
  event_id text primary key,
  message_id text unique,
  kind text not null,
  event text not null,
  status text not null check (status in ('stored', 'handled', 'failed')),
  attempts integer not null default 0,
  retry_at integer not null,
  received_at integer not null,
  handled_at integer,
  error text
) strict;
create index inbox_open on inbox (retry_at) where status = 'stored';
create index inbox_age on inbox (received_at);

-- What is to be sent, once each; delivered after the write that decided it.
create table outbox (
  seq integer primary key autoincrement,
  key text not null unique,
  uuid text not null,
  kind text not null check (kind in ('send', 'reply', 'patch')),
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
  error text
) strict;
create index outbox_due on outbox (next_at) where status in ('due', 'sending');
create index outbox_card on outbox (card_key) where card_key is not null;
create index outbox_age on outbox (created_at);

-- Where a card with a key of its own lives.
create table card (
  key text primary key,
  message_id text not null,
  chat_id text not null,
  sent_at integer not null
) strict;

-- Earlier questions of a person in a chat: what a follow-up refers to.
create table turn (
  chat_id text not null,
  open_id text not null,
  at integer not null,
  question text not null
) strict;
create index turn_of on turn (chat_id, open_id, at);

-- Who has been greeted.
create table visitor (
  open_id text primary key,
  first_at integer not null
) strict;

-- Small facts about this deployment: the platform's token, the bot's own id, the last tick.
create table setting (
  key text primary key,
  value text not null,
  updated_at integer not null
) strict;

-- Files on their way out (an export, a form): uploaded when the message that bears them is delivered.
create table file (
  id text primary key,
  name text not null,
  content blob not null,
  created_at integer not null
) strict;

-- Scheduled things that were decided: one row an occurrence, so that two processes, a restart or a late tick do each
-- once. What was skipped says why.
create table occurrence (
  key text primary key,
  kind text not null,
  due_at integer not null,
  done_at integer not null,
  status text not null check (status in ('done', 'skipped')),
  because text
) strict;

-- Who did what when. Ids and short words, never what a person wrote.
create table audit (
  id integer primary key autoincrement,
  at integer not null,
  who text not null,
  action text not null,
  subject text not null,
  detail text not null default ''
) strict;
create index audit_subject on audit (subject, at);
