-- What goes by itself is looked at once more at the moment of sending: the occurrence and the units or entries that it is
-- about, as JSON, and the number of all reasons as it was when the message was made.
alter table outbox add column reason text;
alter table outbox add column as_of integer;

-- Raised by whatever may take a reminder's reason away. As long as it has not changed, nothing need be looked at.
insert into version (name, no) values ('reasons', 1);

create trigger report_moved after update of status on report when old.status is not new.status
begin update version set no = no + 1 where name = 'reasons'; end;
create trigger period_moved after update on period
when old.status is not new.status or old.due_on is not new.due_on or old.opens_on is not new.opens_on
begin update version set no = no + 1 where name = 'reasons'; end;
create trigger binding_added after insert on binding
begin update version set no = no + 1 where name = 'reasons'; end;
create trigger binding_changed after update of status on binding when old.status is not new.status
begin update version set no = no + 1 where name = 'reasons'; end;
create trigger leave_added after insert on leave
begin update version set no = no + 1 where name = 'reasons'; end;
create trigger leave_changed after update on leave
begin update version set no = no + 1 where name = 'reasons'; end;
create trigger leave_removed after delete on leave
begin update version set no = no + 1 where name = 'reasons'; end;
create trigger ledger_entry_moved after update on ledger_entry
when old.status is not new.status or old.due_on is not new.due_on
begin update version set no = no + 1 where name = 'reasons'; end;
create trigger objection_added after insert on ranking_objection
begin update version set no = no + 1 where name = 'reasons'; end;
create trigger objection_answered after update of verdict on ranking_objection
begin update version set no = no + 1 where name = 'reasons'; end;
create trigger ranking_published after insert on ranking
begin update version set no = no + 1 where name = 'reasons'; end;
create trigger question_settled after update of settled_at on asked when old.settled_at is not new.settled_at
begin update version set no = no + 1 where name = 'reasons'; end;
create trigger arrangement_known after insert on arrangement
begin update version set no = no + 1 where name = 'reasons'; end;
create trigger sending_rule_changed after insert on sending_rule
begin update version set no = no + 1 where name = 'reasons'; end;

-- What was not sent and why is shown to the office, and the table only grows.
create index occurrence_skipped on occurrence (done_at) where status = 'skipped';
