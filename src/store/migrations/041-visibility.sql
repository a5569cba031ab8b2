-- Which units may see a directive. No row: what stands for the older versions of it, and else everybody who was let in; no units: everybody.
create table directive_limits (
  directive_id text primary key references directives on delete cascade,
  -- As written, and as they are compared.
  units text[] not null,
  unit_keys text[] not null check (cardinality(unit_keys) = cardinality(units)),
  set_by text not null,
  set_at timestamptz not null
);

-- The units that an administrator has confirmed: what somebody says of themselves opens nothing. Empty: none.
alter table people add column unit_keys text[] not null default '{}';

-- The accounts of the ADMINS setting, as of the last start.
create table named_administrators (
  platform text not null,
  account_id text not null,
  primary key (platform, account_id)
);

-- What limits a directive: its own row, or those of the older versions that it stands in the place of (each has to be met).
create view limits_in_force as
  with recursive limits as (
    select directive_id, unit_keys from directive_limits
    union
    select d.replaced_by, l.unit_keys from limits l join directives d on d.id = l.directive_id
    where d.status = 'replaced' and d.replaced_by is not null
      and not exists (select from directive_limits own where own.directive_id = d.replaced_by))
  select directive_id, unit_keys from limits where unit_keys <> '{}';

-- Whether an account belongs to one of these units, or to an administrator. Null is nobody: a group sees what everybody may see.
create function may_see(viewer_platform text, viewer_account text, wanted text[]) returns boolean language sql stable as $$
  select viewer_platform = 'terminal'
    or exists (select from named_administrators n where n.platform = viewer_platform and n.account_id = viewer_account)
    or exists (select from person_accounts a join people p on p.id = a.person_id
      where a.platform = viewer_platform and a.account_id = viewer_account and p.ended_at is null
        and (p.role = 'administrator' or p.unit_keys && wanted))
$$;

-- The same of a chat and a directive; true for a directive that nothing limits.
create function chat_may_see(chat bigint, directive text) returns boolean language sql stable as $$
  select not exists (select from limits_in_force l join subscribers c on c.id = chat
    where l.directive_id = directive
      and (c.is_group or not may_see(c.platform, c.chat_id, l.unit_keys)))
$$;
