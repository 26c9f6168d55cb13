-- 落实到单位: which unit the office has given an objective of a part to, for one task group. Taken back: the row goes; who
-- gave and who took back stands in the audit.
create table target_owner (
  indicator text not null,
  group_no integer not null,
  unit text not null,
  assigned_by text not null,
  -- instant in ms
  assigned_at integer not null,
  primary key (indicator, group_no)
) strict, without rowid;
