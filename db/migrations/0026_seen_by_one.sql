-- The outbox made anew: a kind for what one person sees in a group. Nothing else changes.
create table outbox_new (
  seq integer primary key autoincrement,
  key text not null unique,
  uuid text not null,
  kind text not null check (kind in ('send', 'reply', 'patch', 'urgent', 'ephemeral')),
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
  attempts, next_at, tried_at, unknown_at, claimed_until, message_id, created_at, sent_at, error, broadcast, code,
  settled_at, settled_by)
select seq, key, uuid, kind, lane, receive_id_type, receive_id, msg_type, content, card_key, status,
  attempts, next_at, tried_at, unknown_at, claimed_until, message_id, created_at, sent_at, error, broadcast, code,
  settled_at, settled_by from outbox;
drop table outbox;
alter table outbox_new rename to outbox;
create index outbox_due on outbox (next_at) where status in ('due', 'sending');
create index outbox_lane on outbox (lane, seq) where status in ('due', 'sending');
create index outbox_card on outbox (card_key) where card_key is not null;
create index outbox_age on outbox (created_at);
create index outbox_broadcast on outbox (broadcast) where broadcast is not null;
create index outbox_failed on outbox (lane) where status = 'dead' and settled_at is null;
