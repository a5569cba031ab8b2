-- Taken up and answered are two instants: a message whose answer was cut short by a crash is answered after the restart.
alter table seen_messages
  add column holder text not null default '',
  add column attempts integer not null default 1,
  add column done_at timestamptz;
