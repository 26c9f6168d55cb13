-- 更正: a published ranking stays as it is; what is corrected is published beside it as the next revision. The row of a
-- revision is also the claim, so that a second click publishes nothing.
create table ranking_next (
  -- 2026Q4, 2026H1 or 2026
  span text not null,
  -- 1 is what was published first
  revision integer not null check (revision >= 1),
  -- canonical JSON of every unit with the rows of its score
  content text not null,
  -- SHA-256 of the content, hex
  hash text not null,
  rubric integer not null,
  -- why it was published without a round of objections; of a later revision, why it was corrected
  reason text not null check (reason <> ''),
  -- the work group it was posted to
  chat_id text not null,
  published_by text not null,
  published_at integer not null,
  primary key (span, revision)
) strict;
insert into ranking_next
  select span, 1, content, hash, rubric, reason, chat_id, published_by, published_at from ranking;
drop table ranking;
alter table ranking_next rename to ranking;
