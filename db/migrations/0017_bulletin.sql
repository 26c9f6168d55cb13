-- 通报: one row a period and revision; 1 is the bulletin, later ones are corrections (更正) of what was published.
create table bulletin (
  period text not null,
  revision integer not null check (revision > 0),
  -- 草稿 · 送审 · 退回 · 批准 · 已发布
  state text not null check (state in ('draft', 'sent', 'returned', 'approved', 'published')),
  -- raised with each change: nobody sends, approves or publishes what he has not seen
  version integer not null default 1,
  -- what a correction corrects; empty for the bulletin itself
  note text not null default '',
  made_by text not null,
  made_at integer not null,
  sent_by text,
  sent_at integer,
  decided_by text,
  decided_at integer,
  -- why it was returned last
  reason text not null default '',
  -- 定稿: the office's own docx; the one of the sections where null
  own_file text,
  own_name text,
  own_size integer,
  own_sha256 text,
  own_by text,
  own_at integer,
  -- 附表 as it was when the text was sent for approval
  annex_file text,
  -- the docx that was posted and its SHA-256 (hex), that of text, docx and annex together, and where to
  docx_file text,
  docx_sha256 text,
  hash text,
  chat_id text,
  published_by text,
  published_at integer,
  primary key (period, revision),
  check ((revision = 1) = (note = '')),
  check ((state = 'published') = (published_at is not null))
) strict;

create table bulletin_section (
  period text not null,
  revision integer not null,
  section text not null,
  position integer not null,
  title text not null,
  -- from the stored facts, when it was built or edited last
  composed text not null,
  text text not null,
  version integer not null default 1,
  -- set while it is a person's: building leaves it alone
  edited_by text,
  edited_at integer,
  primary key (period, revision, section),
  foreign key (period, revision) references bulletin (period, revision)
) strict;

-- Every text that a person has given a section, by the version that it became.
create table bulletin_save (
  period text not null,
  revision integer not null,
  section text not null,
  version integer not null,
  text text not null,
  by text not null,
  at integer not null,
  primary key (period, revision, section, version)
) strict;

-- What somebody typed that could not go into the text: another was first, or the text was out of his hands.
create table bulletin_clash (
  id text primary key,
  period text not null,
  revision integer not null,
  section text not null,
  text text not null,
  by text not null,
  at integer not null,
  closed_at integer
) strict;
create index bulletin_clash_open on bulletin_clash (period, revision) where closed_at is null;

-- Whose next file is the 定稿 of which bulletin.
create table bulletin_upload (
  open_id text primary key,
  period text not null,
  revision integer not null,
  at integer not null
) strict;

-- Files that are kept for good, and the rest of those that one row cannot hold.
alter table file add column kept integer not null default 0;
create table file_part (
  file text not null,
  no integer not null,
  content blob not null,
  primary key (file, no)
) strict;
