-- Events that webhooks brought, kept before they are acknowledged and worked off afterwards.
create table inbox (
  id bigint generated always as identity primary key,
  platform text not null,
  event_id text not null,
  chat_id text not null,
  -- The platform's own time: the order within a chat.
  sent_at timestamptz not null,
  -- Not before this: an earlier event of the chat may still be on its way.
  ready_at timestamptz not null,
  -- As it came; empty once worked off.
  body text not null,
  attempts integer not null default 0,
  done_at timestamptz,
  unique (platform, event_id)
);
create index inbox_waiting on inbox (platform, chat_id, sent_at, id) where done_at is null;
create index inbox_done on inbox (done_at) where done_at is not null;

-- One process at a time works on a chat: whoever holds its row, for as long as the lease runs.
create table inbox_chats (
  platform text not null,
  chat_id text not null,
  holder text,
  lease_until timestamptz not null default '-infinity',
  primary key (platform, chat_id)
);
