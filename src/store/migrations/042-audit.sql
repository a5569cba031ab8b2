-- Who did what, and what they were shown; never what they wrote. Each row holds the hash of the row before, so that none can be changed, taken
-- out or put between without the rest showing it.
create table audit_log (
  -- 1, 2, 3 … without gaps.
  id bigint primary key,
  at timestamptz not null,
  kind text not null,
  -- Accounts stand under a pseudonym; "cli:lan", "chidao" and "máy chủ" as they are.
  actor text not null,
  -- Whom it was done to, if anybody.
  subject text,
  detail jsonb not null,
  previous text not null,
  hash text not null unique
);

create function audit_is_kept() returns trigger language plpgsql as
$$ begin raise exception 'the audit log is only ever added to'; end $$;
create trigger audit_is_kept before update or delete on audit_log
  for each row execute function audit_is_kept();

-- What turns an account into its pseudonym. Erasing a person takes their key away: nobody can tell any more whose the rows are, and the chain holds.
create table audit_keys (
  platform text not null,
  account_id text not null,
  key text not null,
  primary key (platform, account_id)
);
