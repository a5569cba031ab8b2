-- The one token pair of an Official Account. A refresh token works once: whoever sets `claimed_by` alone may present it.
create table zalo_tokens (
  oa_id text primary key,
  access_token text not null,
  refresh_token text not null,
  expires_at timestamptz not null,
  -- Raised with every new pair.
  generation integer not null default 1,
  status text not null default 'valid' check (status in ('valid', 'ambiguous', 'dead')),
  claimed_by text,
  claimed_at timestamptz,
  -- Digest of the setting the pair began from, which is not used a second time.
  seed_digest text,
  updated_at timestamptz not null
);

-- Consents that were asked for and not yet given: the PKCE verifier waits for the code.
create table zalo_consents (
  state text primary key,
  verifier text not null,
  created_at timestamptz not null
);

create table zalo_chats (
  chat_id text primary key,
  -- The window for free messages counts from here.
  last_interaction_at timestamptz,
  -- A human of the office has taken over.
  muted_until timestamptz,
  -- Given by the person with the form Zalo shows for it.
  phone text
);

-- Every message sent, by which way and at what price.
create table zalo_sends (
  id bigint generated always as identity primary key,
  chat_id text not null,
  route text not null,
  cost integer not null,
  -- First day of the month the cost belongs to.
  month date not null,
  status text not null default 'open' check (status in ('open', 'sent', 'failed', 'unknown')),
  message_id text,
  -- As Zalo says who paid: reply, sub_quota, purchase_quota …
  quota_type text,
  started_at timestamptz not null,
  received_at timestamptz,
  seen_at timestamptz
);
create index on zalo_sends (message_id) where message_id is not null;
create index on zalo_sends (month);

-- What a month has cost so far, failed messages taken off; one row, so that no two processes overdraw it together.
create table zalo_months (
  month date primary key,
  spent integer not null default 0
);
