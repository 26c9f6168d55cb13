-- 工作动态 (四（四）): one practice of one unit, from being picked out of its report to 发布 and, where need be, 撤回.
create table brief (
  -- named after the click that made it
  id text primary key,
  period text not null,
  unit text not null,
  item text not null,
  item_title text not null,
  -- what the unit had reported when it was picked
  source text not null,
  title text not null,
  body text not null,
  -- whether 发布 gives the unit its points
  scored integer not null check (scored in (0, 1)),
  status text not null check (status in ('draft', 'published', 'withdrawn', 'dropped')),
  -- raised with each change
  version integer not null default 1,
  made_by text not null,
  made_at integer not null,
  -- 〔2026〕第3期: given with 发布, never given again
  year text,
  no integer,
  chat_id text,
  published_by text,
  published_at integer,
  withdrawn_by text,
  withdrawn_at integer,
  withdrawn_because text,
  check (status not in ('published', 'withdrawn') or (year is not null and no is not null)),
  check ((status = 'withdrawn') = (withdrawn_at is not null))
) strict;
create unique index brief_no on brief (year, no) where no is not null;
-- One practice is picked once, until its draft is dropped or it is withdrawn.
create unique index brief_item on brief (period, unit, item) where status in ('draft', 'published');

-- Everything that was typed for a brief, also what could not be taken over.
create table brief_typed (
  id text primary key,
  brief text not null references brief (id),
  -- the version that was typed over
  version integer not null,
  title text not null,
  body text not null,
  by text not null,
  at integer not null
) strict;
create index brief_typed_of on brief_typed (brief, at);
