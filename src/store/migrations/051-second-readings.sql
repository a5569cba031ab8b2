-- Documents that a model has read a second time, and how its reading stands to the rules' one.
create table second_readings (
  directive_id text primary key references directives on delete cascade,
  model text not null,
  read_at timestamptz not null,
  agreed integer not null,
  differing integer not null,
  -- What the model proposed and the text does not hold: dropped.
  ungrounded integer not null
);

-- Values that stand in the text and that only the model takes for targets: shown to reviewers, never used in an answer.
create table unseen_figures (
  id bigint generated always as identity primary key,
  directive_id text not null references directives on delete cascade,
  indicator text not null,
  value_text text not null,
  heading text[] not null,
  quote text not null,
  -- Of the quote, in the directive's text.
  start_offset integer not null,
  end_offset integer not null,
  found_at timestamptz not null,
  settled_at timestamptz,
  settled_by text
);
create unique index on unseen_figures (directive_id, start_offset, md5(value_text));
create index on unseen_figures (id) where settled_at is null;
