-- What the office's own docx does not say of the stored figures: a Chinese sentence, empty where it says them all.
alter table bulletin add column own_doubts text not null default '';
