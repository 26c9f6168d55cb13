-- 排名: what was published, frozen. One row a span: it is also the claim, so that a second click publishes nothing.
create table ranking (
  -- 2026Q4, 2026H1 or 2026
  span text primary key,
  -- canonical JSON of every unit with the rows of its score
  content text not null,
  -- SHA-256 of the content, hex
  hash text not null,
  rubric integer not null,
  -- why it was published without a round of objections
  reason text not null check (reason <> ''),
  -- the work group it was posted to
  chat_id text not null,
  published_by text not null,
  published_at integer not null
) strict;
