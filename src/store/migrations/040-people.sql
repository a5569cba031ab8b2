-- Who was let in. Somebody's accounts on several platforms are one person; an id from one platform means nothing on another.
create table people (
  id bigint generated always as identity primary key,
  name text not null,
  role text not null check (role in ('reader', 'reviewer', 'administrator')),
  unit text,
  locality jsonb,
  -- "telegram:42": who let them in; "máy chủ" for the code printed at the first start.
  admitted_by text not null,
  admitted_at timestamptz not null,
  -- No longer let in. The row stays: what they approved keeps its name.
  ended_at timestamptz
);

create table person_accounts (
  platform text not null,
  account_id text not null,
  person_id bigint not null references people,
  linked_at timestamptz not null,
  primary key (platform, account_id)
);
create index on person_accounts (person_id);

-- One-time codes: to be let in with a role, or (person_id) to join another account to a person. Only a fingerprint of the code is kept.
create table invitations (
  code_hash text primary key,
  role text check (role in ('reader', 'reviewer', 'administrator')),
  person_id bigint references people,
  issued_by text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by text,
  check ((role is null) <> (person_id is null))
);

-- Newcomers who asked to be let in. The code is no secret: it lets an administrator and the newcomer speak of the same request.
create table join_requests (
  platform text not null,
  account_id text not null,
  code text not null unique,
  name text not null,
  wish text not null,
  asked_at timestamptz not null,
  decided_at timestamptz,
  decision text check (decision in ('admitted', 'declined')),
  decided_by text,
  primary key (platform, account_id)
);

-- How often somebody who was not let in got an answer today, so that nobody can make the bot talk without end.
create table refusals (
  platform text not null,
  account_id text not null,
  day date not null,
  times integer not null,
  primary key (platform, account_id, day)
);
