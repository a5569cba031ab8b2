-- Private addresses a calendar program reads a chat's duties from: only a fingerprint of each is kept.
create table feeds (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  subscriber_id bigint not null references subscribers,
  created_at timestamptz not null,
  revoked_at timestamptz
);
-- One at a time: a new one takes the place of the old.
create unique index on feeds (subscriber_id) where revoked_at is null;
