-- 修订: what the office changes of the notice afterwards. A draft is what was previewed; it counts once it is confirmed.
create table amendment_draft (
  -- named after the event that made it
  id text primary key,
  content text not null check (json_valid(content)),
  made_by text not null,
  made_at integer not null
) strict;

-- Kept for good: an amendment is revoked by a further one.
create table amendment (
  id text primary key references amendment_draft (id),
  content text not null check (json_valid(content)),
  entered_by text not null,
  entered_at integer not null
) strict;
