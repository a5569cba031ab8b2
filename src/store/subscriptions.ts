import type { Ladder, Subscription } from '../domain/reminder.ts';
import type { Session } from './database.ts';
import { storable } from './storable.ts';

export type SubscriptionRequest = {
  subscriber: number;
  topic: string;
  /** Another ladder for what is followed here; null: the subscriber's. */
  ladder?: Ladder | null;
  /** The person who asked. */
  askedBy: string;
};

/** Follows a topic. False when the chat follows it already; its ladder is then the new one. */
export async function subscribe(session: Session, request: SubscriptionRequest, now: Date): Promise<boolean> {
  const { subscriber, topic, ladder = null, askedBy } = request;
  const rows = await session.query<{ isNew: boolean }>(
    `insert into subscriptions (subscriber_id, topic, ladder, asked_by, created_at) values ($1, $2, $3::jsonb, $4, $5)
     on conflict (subscriber_id, topic) where ended_at is null do update set ladder = excluded.ladder
     returning xmax = 0 as "isNew"`,
    [subscriber, storable(topic), ladder === null ? null : JSON.stringify(ladder), askedBy, now],
  );
  return rows[0]?.isNew ?? false;
}

/** Ends one subscription, or all of them; what was planned and no other one wants is taken back. False when there was none. */
export async function unsubscribe(
  session: Session,
  { subscriber, topic }: { subscriber: number; topic: string | 'all' },
  now: Date,
): Promise<boolean> {
  const ended = await session.query(
    `update subscriptions set ended_at = $3 where subscriber_id = $1 and ($2 = 'all' or topic = $2) and ended_at is null returning id`,
    [subscriber, topic, now],
  );
  const unwanted = `r.subscriber_id = $1 and r.duty_id is not null and r.step <> 'escalation' and not exists (
    select from duties d join subscriptions s on s.topic = any(d.topics)
    where d.id = r.duty_id and s.subscriber_id = $1 and s.ended_at is null)`;
  await session.query(
    `delete from reminders r where ${unwanted} and r.status in ('planned', 'claimed') and r.attempts = 0`,
    [subscriber],
  );
  await session.query(
    `update reminders r set status = 'cancelled', reason = 'unsubscribed', settled_at = $2 where ${unwanted} and r.status = 'planned'`,
    [subscriber, now],
  );
  return ended.length > 0;
}

/** What a chat follows, oldest first; `[]` for nothing. */
export async function listSubscriptions(session: Session, subscriber: number): Promise<Subscription[]> {
  return session.query<Subscription>(
    `select id, subscriber_id as subscriber, topic, ladder, asked_by as "askedBy", created_at as "createdAt" from subscriptions
     where subscriber_id = $1 and ended_at is null order by id`,
    [subscriber],
  );
}

/** Topics that begin so ("unit:") and that somebody follows. */
export async function followedTopics(session: Session, prefix: string): Promise<string[]> {
  const rows = await session.query<{ topic: string }>(
    `select distinct topic from subscriptions where ended_at is null and starts_with(topic, $1) order by topic`,
    [prefix],
  );
  return rows.map(({ topic }) => topic);
}
