-- The chats of one owner stand in a ring: each names the next in fallback_id (two that name each other are one already).
-- The first chat after `start` in its ring that can be written to, before `stop`; null when there is none.
create function next_chat(start bigint, stop bigint) returns bigint language sql stable as $$
  with recursive walk as (
    select id, fallback_id, unreachable_at, 0 as depth from subscribers where id = start
    union all
    select s.id, s.fallback_id, s.unreachable_at, w.depth + 1 from walk w join subscribers s on s.id = w.fallback_id
    where w.depth < 20 and s.id <> start and s.id is distinct from stop)
  select id from walk where depth > 0 and unreachable_at is null order by depth limit 1
$$;
