-- Codes with which a person shows that two chats, or a chat and a mailbox, are theirs. Only fingerprints are kept; each is used once.
create table link_codes (
  code_hash text primary key check (code_hash ~ '^[0-9a-f]{64}$'),
  subscriber_id bigint not null references subscribers,
  -- The mailbox it was sent to; null for a code shown in the chat, to be typed in another one.
  address text,
  created_at timestamptz not null,
  used_at timestamptz
);
create index on link_codes (subscriber_id, created_at);
