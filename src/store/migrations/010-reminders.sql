-- Who gets reminders: one chat and its wishes. Nobody stands here without having asked.
create table subscribers (
  id bigint generated always as identity primary key,
  platform text not null,
  chat_id text not null,
  -- As the board names it: a group's title or a person's name.
  name text not null default '',
  is_group boolean not null default false,
  -- Null: the usual ladder.
  ladder jsonb,
  quiet_from text not null default '21:00',
  quiet_to text not null default '06:30',
  digest text not null default 'none' check (digest in ('none', 'daily', 'weekly')),
  -- Who is told when nobody here has acknowledged; told only after having accepted, and while switched on.
  superior_id bigint references subscribers,
  superior_accepted_at timestamptz,
  escalates boolean not null default true,
  -- The same owner's chat on another platform, used while this one cannot be reached.
  fallback_id bigint references subscribers,
  unreachable_at timestamptz,
  -- No other message before this instant: the platform's limit for one chat, or one in flight.
  free_at timestamptz not null default '-infinity',
  created_at timestamptz not null,
  unique (platform, chat_id)
);

-- Something owed on a day, once or again and again.
create table duties (
  id bigint generated always as identity primary key,
  -- What makes two readings of one thing the same row.
  origin text not null unique,
  source text not null check (source in ('directive', 'regime', 'own')),
  status text not null default 'active' check (status in ('active', 'ended')),
  what text not null,
  who text not null default '',
  "to" text not null default '',
  -- As the source words it.
  due_text text not null default '',
  -- One of: a single last day, a recurrence rule, or "level:kind" of the reporting regime.
  due_on date,
  rule text,
  regime text,
  check (num_nonnulls(due_on, rule, regime) = 1),
  starts_on date not null,
  ends_on date,
  due_time text,
  -- Copied from the deadline: what was said stays proved when the directive is replaced or read again.
  directive_id text,
  deadline_id bigint,
  heading text[] not null default '{}',
  quote text,
  start_offset integer,
  end_offset integer,
  ladder jsonb,
  -- Whoever follows one of these gets its reminders.
  topics text[] not null,
  -- "level:kind" of the regime that this directive's own date takes the place of; set by a person only.
  overrides text,
  owner_id bigint references subscribers,
  planned_until timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index on duties (directive_id);
create index on duties (owner_id) where owner_id is not null;

create table subscriptions (
  id bigint generated always as identity primary key,
  subscriber_id bigint not null references subscribers,
  topic text not null,
  ladder jsonb,
  -- The person who asked for it.
  asked_by text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  planned_until timestamptz
);
create unique index on subscriptions (subscriber_id, topic) where ended_at is null;
create index on subscriptions (topic) where ended_at is null;

-- A message owed to a chat at an instant: one row for each step of each occurrence of a duty, or (without a duty) a digest of a day.
-- Rows come by the hundred thousand from statements that join duties and subscribers, which are never deleted: no foreign keys, whose checks
-- would take as long as all the rest.
create table reminders (
  id bigint generated always as identity primary key,
  duty_id bigint,
  occurrence date not null,
  step text not null,
  subscriber_id bigint not null,
  -- The chat it goes to: the subscriber, or its fallback.
  via_id bigint not null,
  due_at timestamptz not null,
  next_try_at timestamptz not null,
  status text not null default 'planned'
    check (status in ('planned', 'claimed', 'sent', 'failed', 'unknown', 'cancelled', 'held_over')),
  attempts integer not null default 0,
  -- Raised with every claim, so that a claim that was taken away cannot be used any more, not even by the same process.
  claim integer not null default 0,
  holder text,
  lease_until timestamptz,
  -- Why it was cancelled, held over or given up.
  reason text,
  failure_kind text,
  settled_at timestamptz,
  -- The digest that told of it after all.
  listed_in bigint,
  created_at timestamptz not null,
  unique nulls not distinct (subscriber_id, duty_id, occurrence, step)
);
create index reminders_due on reminders (next_try_at, id) where status = 'planned';
create index reminders_claimed on reminders (lease_until) where status = 'claimed';
create index reminders_missed on reminders (subscriber_id) where status in ('held_over', 'unknown', 'failed') and listed_in is null;

-- One attempt to send a reminder. Without an outcome: in flight, or cut short by the end of its process.
create table deliveries (
  id bigint generated always as identity primary key,
  reminder_id bigint not null references reminders on delete cascade,
  attempt integer not null,
  -- The chat it went to.
  subscriber_id bigint not null,
  holder text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('sent', 'failed', 'unknown')),
  failure_kind text,
  receipt text,
  reason text,
  unique (reminder_id, attempt)
);
-- The database itself refuses a second attempt while one is in flight, has arrived, or may have.
create unique index deliveries_once on deliveries (reminder_id) where outcome is distinct from 'failed';

create table acknowledgements (
  id bigint generated always as identity primary key,
  duty_id bigint not null references duties,
  occurrence date not null,
  subscriber_id bigint not null references subscribers,
  kind text not null check (kind in ('received', 'submitted')),
  person_id text not null,
  person_name text not null default '',
  at timestamptz not null,
  withdrawn_at timestamptz
);
-- The first one counts.
create unique index on acknowledgements (duty_id, occurrence, subscriber_id, kind) where withdrawn_at is null;

-- One row a platform, shared by all processes: when the next message may go, and whether the platform asked for silence.
create table send_paces (
  platform text primary key,
  next_slot_at timestamptz not null default '-infinity',
  paused_until timestamptz,
  pause_seconds double precision not null default 0,
  failures_in_row integer not null default 0
);
