-- Chats take turns, an event at a time: next is whoever has waited longest, however many events others have. `waiting` has no default, so that
-- a process of the version before can add nothing that would not be counted: the platforms then send it again.
alter table inbox_chats
  drop column holder,
  -- Events not worked off yet; kept by those who add and who finish them.
  add column waiting integer,
  -- Since when the chat has waited for its turn; null when nothing waits.
  add column turn_at timestamptz;
update inbox_chats c set waiting =
  (select count(*) from inbox i where i.platform = c.platform and i.chat_id = c.chat_id and i.done_at is null);
update inbox_chats set turn_at = '-infinity' where waiting > 0;
alter table inbox_chats alter waiting set not null;
-- Room beside each row: counting and leasing then touch no index.
alter table inbox_chats set (fillfactor = 70);
create index inbox_turns on inbox_chats (platform, turn_at) where turn_at is not null;
