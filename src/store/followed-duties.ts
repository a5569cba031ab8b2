import type { PlatformName } from '../domain/message.ts';
import type { Ladder } from '../domain/reminder.ts';
import type { Session } from './database.ts';
import { silencedSpans } from './duties.ts';
import { tellable } from './visibility.ts';

/** A duty as one chat follows it. */
export type FollowedDuty = {
  duty: number;
  subscriber: number;
  platform: PlatformName;
  chatId: string;
  name: string;
  /** As planned for this chat; null: the usual one. */
  ladder: Ladder | null;
  /** Due days this chat has said "đã nộp" for. */
  submitted: string[];
  /** Spans of days (both included) in which a followed directive sets another date for this report of the regime. */
  silenced: { from: string; to: string | null }[];
  /** The next message owed; null when none is planned yet. */
  next: { reminder: number; at: string; occurrence: string } | null;
};

/**
 * What a chat (or every chat) is reminded of, by the order the duties came to be known; `[]` for nothing.
 */
export async function findFollowedDuties(
  session: Session,
  { subscriber }: { subscriber?: number | undefined } = {},
): Promise<FollowedDuty[]> {
  return session.query<FollowedDuty>(
    `select distinct on (d.id, c.id) d.id as duty, c.id as subscriber, c.platform, c.chat_id as "chatId", c.name,
       coalesce(s.ladder, d.ladder, c.ladder) as ladder,
       array(select distinct to_char(a.occurrence, 'YYYY-MM-DD') from acknowledgements a where a.duty_id = d.id and a.subscriber_id = c.id
         and a.kind = 'submitted' and a.withdrawn_at is null) as submitted,
       (select jsonb_build_object('reminder', r.id, 'at', r.due_at, 'occurrence', r.occurrence) from reminders r
         where r.subscriber_id = c.id and r.duty_id = d.id and r.status in ('planned', 'claimed') and r.step <> 'escalation'
         order by r.due_at, r.id limit 1) as next,
       coalesce((select jsonb_agg(jsonb_build_object('from', lower(s), 'to', upper(s) - 1)) from unnest(${silencedSpans('d', 'c.id')}) s),
         '[]') as silenced
     from duties d join subscriptions s on s.topic = any(d.topics) and s.ended_at is null join subscribers c on c.id = s.subscriber_id
     where d.status = 'active' and ($1::bigint is null or c.id = $1) and ${tellable('d', 'c.id')}
     order by d.id, c.id, s.id`,
    [subscriber ?? null],
  );
}

/** How many deadlines of what a chat (or anybody) follows name no day, so that nobody is reminded of them. */
export async function countUndated(
  session: Session,
  { subscriber }: { subscriber?: number | undefined } = {},
): Promise<number> {
  const rows = await session.query<{ count: number }>(
    `select count(*) as count from deadlines l join directives v on v.id = l.directive_id
     where l.due_on is null and l.rule is null and l.kind in ('report', 'finish') and l.status in ('proposed', 'approved')
       and v.status = 'in_force' and exists (select from subscriptions s where s.ended_at is null
         and ($1::bigint is null or s.subscriber_id = $1) and s.topic in ('directive:' || v.id, 'locality:' || v.locality_key) and chat_may_see(s.subscriber_id, v.id))`,
    [subscriber ?? null],
  );
  return rows[0]?.count ?? 0;
}
