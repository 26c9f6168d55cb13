-- What is kept in memory is read again when its number here has changed: one row is looked at instead of whole tables.
create table version (
  name text primary key,
  no integer not null
) strict, without rowid;
-- The office's words beside the notice: aliases and amendments.
insert into version (name, no) values ('office-words', 1);

create trigger alias_added after insert on alias
begin update version set no = no + 1 where name = 'office-words'; end;
create trigger alias_changed after update on alias
begin update version set no = no + 1 where name = 'office-words'; end;
create trigger alias_removed after delete on alias
begin update version set no = no + 1 where name = 'office-words'; end;
create trigger amendment_added after insert on amendment
begin update version set no = no + 1 where name = 'office-words'; end;
create trigger amendment_changed after update on amendment
begin update version set no = no + 1 where name = 'office-words'; end;
create trigger amendment_removed after delete on amendment
begin update version set no = no + 1 where name = 'office-words'; end;

-- What a click and each minute's tick look for, by an index and not among all that was ever reported.
create index report_revision_unit on report_revision (unit, period);
create index report_returned on report (decided_at) where status = 'returned';
create index ledger_entry_open on ledger_entry (due_on) where status = 'open';
