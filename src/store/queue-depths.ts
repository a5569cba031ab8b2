import type { Gauge } from '../domain/operation.ts';
import type { Session } from './database.ts';

const helps = {
  chidao_inbox_waiting: 'Events received and not yet worked off',
  chidao_inbox_oldest_seconds: 'Age of the oldest of them',
  chidao_reminders_late: 'Reminders that are due and not sent',
  chidao_reminders_oldest_seconds: 'How late the latest of them is',
  chidao_reminders_failed: 'Reminders that nobody could be given',
  chidao_reminders_unknown: 'Reminders of which nobody knows whether they arrived',
  chidao_deliveries: 'Attempts to deliver a reminder by outcome',
} as const;

type Row = { name: keyof typeof helps; platform: string; outcome: string | null; kind: string | null; value: number };

/** What waits and what became of deliveries, by platform. */
export async function measureQueues(session: Session, now: Date): Promise<Gauge[]> {
  const rows = await session.query<Row>(
    `select 'chidao_inbox_waiting' as name, platform, null as outcome, null as kind, count(*)::float8 as value
       from inbox where done_at is null group by platform
     union all
     select 'chidao_inbox_oldest_seconds', platform, null, null, greatest(0, extract(epoch from $1 - min(ready_at)))::float8
       from inbox where done_at is null group by platform
     union all
     select 'chidao_reminders_late', s.platform, null, null, count(*)::float8
       from reminders r join subscribers s on s.id = r.via_id
       where r.status in ('planned', 'claimed') and r.next_try_at <= $1 group by s.platform
     union all
     select 'chidao_reminders_oldest_seconds', s.platform, null, null, extract(epoch from $1 - min(r.due_at))::float8
       from reminders r join subscribers s on s.id = r.via_id
       where r.status in ('planned', 'claimed') and r.next_try_at <= $1 group by s.platform
     union all
     select 'chidao_reminders_' || r.status, s.platform, null, null, count(*)::float8
       from reminders r join subscribers s on s.id = r.via_id
       where r.status in ('failed', 'unknown') group by r.status, s.platform
     union all
     select 'chidao_deliveries', s.platform, d.outcome, coalesce(d.failure_kind, ''), count(*)::float8
       from deliveries d join subscribers s on s.id = d.subscriber_id
       where d.outcome is not null group by s.platform, d.outcome, d.failure_kind`,
    [now],
  );
  return rows.map(({ name, platform, outcome, kind, value }) => ({
    name,
    help: helps[name],
    labels: outcome === null ? { platform } : { platform, outcome, kind: kind ?? '' },
    value,
  }));
}
