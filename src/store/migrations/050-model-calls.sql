-- What was sent to a model: its checksum and size, never its text.
create table model_calls (
  id bigint generated always as identity primary key,
  started_at timestamptz not null,
  person text not null,
  purpose text not null check (purpose in ('answer', 'second-reading', 'embedding')),
  model text not null,
  host text not null,
  sha256 text not null,
  bytes integer not null,
  -- open: nothing came back yet, or the process ended before it did.
  outcome text not null default 'open' check (outcome in ('open', 'ok', 'failed', 'blocked')),
  reserved_tokens integer not null,
  prompt_tokens integer,
  completion_tokens integer,
  -- Estimated from MODEL_PRICES, in millionths of a dollar; null where no prices are set.
  cost_micro_usd bigint,
  milliseconds integer
);
create index on model_calls (started_at);

-- Tokens used and reserved of a person (or of all, '*') on a day in Việt Nam.
create table model_budgets (
  day date not null,
  person text not null,
  tokens bigint not null,
  primary key (day, person)
);

-- A model whose vectors once covered every passage: from then on it is searched with, and new passages are made up for.
create table embedding_indexes (
  model text primary key,
  dimensions integer not null,
  completed_at timestamptz
);
