create table chats (
  platform text not null,
  chat_id text not null,
  -- What the last questions were about, so that "còn Kon Tum?" can be understood; owned by conversation/.
  context jsonb,
  -- The next steps last offered, so that "2" or a tap means the same; owned by conversation/.
  choices jsonb,
  updated_at timestamptz not null,
  primary key (platform, chat_id)
);

-- Every message id taken up, so that a repeat is dropped, also after a restart or by another process.
create table seen_messages (
  platform text not null,
  message_id text not null,
  seen_at timestamptz not null,
  primary key (platform, message_id)
);
create index on seen_messages (seen_at);
