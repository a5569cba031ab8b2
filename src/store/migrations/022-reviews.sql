-- What people said of figures and deadlines that a machine read. A log: rows are added, never changed nor deleted.
create table reviews (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('figure', 'deadline')),
  subject bigint not null,
  directive_id text not null references directives,
  act text not null check (act in ('approve', 'correct', 'reject', 'reopen', 'keep', 'withdraw')),
  -- "telegram:42", "cli:lan", or "chidao" for the product itself.
  reviewer text not null,
  reviewer_name text,
  at timestamptz not null,
  status_before text not null,
  status_after text not null,
  -- What it said before and says since; null where the act left it as it was.
  value_before jsonb,
  value_after jsonb
);
create index on reviews (kind, subject);

create function reviews_are_kept() returns trigger language plpgsql as
$$ begin raise exception 'reviews are only ever added'; end $$;
create trigger reviews_are_kept before update or delete on reviews
  for each row execute function reviews_are_kept();

create index on figures (id) where status = 'proposed';
create index on deadlines (id) where status = 'proposed';

-- Where a later reading of the same document differs from what a person has settled: never applied by itself.
create table suggestions (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('figure', 'deadline')),
  subject bigint not null,
  directive_id text not null references directives on delete cascade,
  -- What the later reading says; null: it finds nothing there any more.
  finding jsonb,
  found_at timestamptz not null,
  settled_at timestamptz,
  settled_by text
);
create unique index on suggestions (kind, subject, md5(coalesce(finding::text, '')));
create index on suggestions (id) where settled_at is null;

-- Whoever was asked for the right value and has not typed it yet; one question a person and chat.
create table review_prompts (
  platform text not null,
  chat_id text not null,
  person_id text not null,
  kind text not null,
  subject bigint not null,
  turn integer not null,
  asked_at timestamptz not null,
  primary key (platform, chat_id, person_id)
);

-- Files sent in the chat and not yet confirmed; gone after a day.
create table submissions (
  id text primary key,
  platform text not null,
  person_id text not null,
  name text not null,
  bytes bytea not null,
  received_at timestamptz not null
);
create index on submissions (received_at);
