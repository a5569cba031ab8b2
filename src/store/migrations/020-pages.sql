-- Where each page of a file starts in the stored text ([{number, start}]); empty where its format has no pages.
alter table directives add column pages jsonb not null default '[]';

-- What a reviewer should look at; null when nothing is amiss.
alter table figures add column note text;
