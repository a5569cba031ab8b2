-- What a document says of other documents, kept whether or not they are stored: they are joined by number when they arrive.
create table relations (
  id bigint generated always as identity primary key,
  directive_id text not null references directives on delete cascade,
  kind text not null check (kind in ('basis', 'implements', 'amends', 'replaces', 'repeals')),
  -- "15/KH-UBND" without leading zeros and blanks, or the bare number; null where only a title is named.
  number_key text,
  finding jsonb not null
);
create index on relations (directive_id);
create index on relations (number_key);

-- From which day another document counts in the place of this row; null while nothing does, or where that day is unknown (then since ever).
-- The status that review gives stays beside it, so that nothing is lost when the other document is withdrawn.
alter table directives add column replaced_on date;
alter table figures
  add column replaced_by text references directives on delete set null,
  add column replaced_by_figure bigint references figures on delete set null,
  add column replaced_on date;
alter table deadlines
  add column replaced_by text references directives on delete set null,
  add column replaced_on date;
create index on figures (replaced_by) where replaced_by is not null;
create index on figures (replaced_by_figure) where replaced_by_figure is not null;
create index on deadlines (replaced_by) where replaced_by is not null;
create index on directives (replaced_by) where replaced_by is not null;
