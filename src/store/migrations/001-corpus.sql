-- Plain SQL for PostgreSQL 15 and newer (PGlite is 18: nothing newer than 15 may slip in).
create extension if not exists vector with schema public;

-- What was handed in, byte for byte. A refused document (state secret) leaves its checksum and reason, never its bytes.
create table originals (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  bytes bytea,
  received_at timestamptz not null,
  status text not null check (status in ('ingested', 'failed', 'refused')),
  reason text
);

-- One row: a counter raised in the same transaction as every change of the corpus, so that each process can follow.
create table corpus (
  one boolean primary key default true check (one),
  version bigint not null
);
insert into corpus (version) values (0);

create table directives (
  id text primary key check (id ~ '^[0-9a-f]{12}$'),
  sha256 text not null unique references originals,
  source text not null,
  status text not null default 'in_force' check (status in ('in_force', 'replaced', 'failed', 'refused')),
  replaced_by text references directives,
  type text not null,
  number text,
  title text not null,
  issuer text,
  locality_key text,
  issued_on date,
  period_from date,
  period_to date,
  -- The whole metadata as read; the columns above repeat what is searched.
  metadata jsonb not null,
  text text not null,
  -- Value of corpus.version at the last change of this row or of what hangs on it.
  changed_version bigint not null
);
create index on directives (changed_version);
create index on directives (number);
create index on directives (locality_key);
create index on directives (source);

create table passages (
  seq bigint generated always as identity primary key,
  -- The id people see; unique within its directive, as `ingest --passages` takes ids from a file.
  id text not null,
  directive_id text not null references directives on delete cascade,
  ordinal integer not null,
  heading text[] not null,
  text text not null,
  start_offset integer not null,
  end_offset integer not null,
  unique (directive_id, id)
);
create index on passages (id);

-- Beside the passages and not in them: a passage can be embedded anew, or by another model, without being touched.
create table passage_vectors (
  passage_seq bigint not null references passages on delete cascade,
  model text not null,
  embedding vector not null,
  primary key (model, passage_seq)
);
create index on passage_vectors (passage_seq);

create table figures (
  id bigint generated always as identity primary key,
  directive_id text not null references directives on delete cascade,
  status text not null default 'proposed' check (status in ('proposed', 'approved', 'rejected', 'replaced')),
  kind text not null,
  indicator text not null,
  key text,
  value_text text not null,
  min double precision,
  max double precision,
  comparator text not null,
  unit text not null,
  direction text not null,
  period_text text not null,
  period_kind text not null,
  period_from date,
  period_to date,
  locality_key text,
  locality_name text,
  locality_level text,
  locality_within text,
  parent text,
  heading text[] not null,
  confidence double precision not null,
  quote text not null,
  start_offset integer not null,
  end_offset integer not null
);
create index on figures (directive_id);
create index on figures (key, locality_key);
create index on figures (locality_key);

create table deadlines (
  id bigint generated always as identity primary key,
  directive_id text not null references directives on delete cascade,
  status text not null default 'proposed' check (status in ('proposed', 'approved', 'rejected', 'replaced')),
  kind text not null,
  what text not null,
  who text not null,
  "to" text not null,
  due text not null,
  due_on date,
  rule text,
  heading text[] not null,
  quote text not null,
  start_offset integer not null,
  end_offset integer not null
);
create index on deadlines (directive_id);
create index on deadlines (due_on);
