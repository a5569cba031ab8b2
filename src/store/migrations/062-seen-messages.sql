-- What Telegram hands in is kept in the inbox, polled or not, and known there by the same ids.
insert into inbox (platform, event_id, chat_id, sent_at, ready_at, body, done_at)
  select platform, message_id, '', seen_at, seen_at, '', done_at from seen_messages
  where platform = 'telegram' and done_at is not null on conflict do nothing;
drop table seen_messages;
