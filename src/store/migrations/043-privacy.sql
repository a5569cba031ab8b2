-- Whether somebody agreed that their last questions are remembered for a while. No row: not asked yet.
create table consents (
  platform text not null,
  account_id text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  agreed boolean,
  primary key (platform, account_id)
);

-- The private chats of these accounts ("telegram:42") and the mailboxes joined to them.
create function own_chats(names text[]) returns setof bigint language sql stable as $$
  with recursive ring as (
    select id, fallback_id from subscribers where not is_group and platform || ':' || chat_id = any(names)
    union
    select s.id, s.fallback_id from ring r join subscribers s on s.id = r.fallback_id
    where s.platform = 'email' or s.platform || ':' || s.chat_id = any(names))
  select id from ring
$$;
