-- 发送规则: when, to whom and with which words something is sent without being asked for. A rule without a row goes by
-- the program's defaults. A change is a new version; the newest counts, the older ones stay.
create table sending_rule (
  rule text not null,
  version integer not null check (version > 0),
  -- JSON; null where the office went back to the defaults
  content text check (content is null or json_valid(content)),
  -- when its day or minute was last set: what had passed by then was never meant to go
  timed_at integer not null,
  made_by text not null,
  at integer not null,
  primary key (rule, version)
) strict;
