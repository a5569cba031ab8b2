import type { DigestKind, Ladder, QuietHours, Subscriber } from '../domain/reminder.ts';
import type { ChatKey } from './chats.ts';
import type { Session } from './database.ts';
import { storable } from './storable.ts';

const columns = `c.id, c.platform, c.chat_id as "chatId", c.name, c.is_group as "isGroup", c.ladder,
  jsonb_build_object('from', c.quiet_from, 'to', c.quiet_to) as quiet, c.digest, c.escalates, c.fallback_id as fallback,
  c.unreachable_at is null as "isReachable",
  case when c.superior_id is not null then (select jsonb_build_object('id', s.id, 'name', s.name,
    'isAccepted', c.superior_accepted_at is not null) from subscribers s where s.id = c.superior_id) end as superior`;

/** Makes the chat a subscriber, without any subscription yet, or updates its name; a chat that writes again can be reached again. */
export async function saveSubscriber(
  session: Session,
  chat: ChatKey & { name: string; isGroup: boolean },
  now: Date,
): Promise<Subscriber> {
  await session.query(
    `insert into subscribers (platform, chat_id, name, is_group, created_at) values ($1, $2, $3, $4, $5)
     on conflict (platform, chat_id) do update set name = excluded.name, is_group = excluded.is_group`,
    [chat.platform, chat.chatId, storable(chat.name), chat.isGroup, now],
  );
  await markReachable(session, chat);
  const saved = await findSubscriber(session, chat);
  if (saved === null) throw new Error('a subscriber vanished while it was saved');
  return saved;
}

/** Null for a chat that never asked for a reminder. */
export async function findSubscriber(session: Session, chat: ChatKey): Promise<Subscriber | null> {
  const rows = await session.query<Subscriber>(
    `select ${columns} from subscribers c where c.platform = $1 and c.chat_id = $2`,
    [chat.platform, chat.chatId],
  );
  return rows[0] ?? null;
}

/** Subscribers whose chat has this id, on any platform; `[]` for none. */
export async function findSubscribersOfChat(session: Session, chatId: string): Promise<Subscriber[]> {
  return session.query<Subscriber>(`select ${columns} from subscribers c where c.chat_id = $1 order by c.id`, [chatId]);
}

/** Subscribers by their ids, in the order of these; unknown ids are left out. */
export async function loadSubscribers(session: Session, ids: number[]): Promise<Subscriber[]> {
  return session.query<Subscriber>(`select ${columns} from subscribers c where c.id = any($1) order by c.id`, [ids]);
}

/** What is given is changed. Ladder and quiet hours take effect with the next `forgetPlanned` and planning. */
export async function updateSubscriber(
  session: Session,
  id: number,
  wishes: { ladder?: Ladder | null; quiet?: QuietHours; digest?: DigestKind; escalates?: boolean },
): Promise<void> {
  const { ladder, quiet, digest, escalates } = wishes;
  await session.query(
    `update subscribers set ladder = case when $2 then $3::jsonb else ladder end,
       quiet_from = coalesce($4, quiet_from), quiet_to = coalesce($5, quiet_to), digest = coalesce($6, digest),
       escalates = coalesce($7, escalates)
     where id = $1`,
    [
      id,
      ladder !== undefined,
      ladder ? JSON.stringify(ladder) : null,
      quiet?.from ?? null,
      quiet?.to ?? null,
      digest ?? null,
      escalates ?? null,
    ],
  );
}

/**
 * Chats of one owner, with all that either was linked to before: each is used while those before it cannot be reached. Nothing changes for two that
 * are linked already.
 */
export async function linkSubscribers(session: Session, one: number, other: number): Promise<void> {
  await session.query(
    // Two rings become one when two of theirs swap whom they name.
    `with recursive ring as (
       select id, fallback_id from subscribers where id = $1
       union select s.id, s.fallback_id from ring join subscribers s on s.id = ring.fallback_id)
     update subscribers c set fallback_id = coalesce(o.fallback_id, o.id) from subscribers o
     where (c.id = $1 and o.id = $2 or c.id = $2 and o.id = $1) and not exists (select from ring where id = $2)`,
    [one, other],
  );
}

/** Takes a chat out of its owner's ring, with what was to come here in another's place; the others stay linked. False when it stood alone. */
export async function unlinkSubscriber(session: Session, id: number): Promise<boolean> {
  const rows = await session.query(
    `with gone as (select id, fallback_id from subscribers where id = $1 and fallback_id is not null),
     own as (update reminders set via_id = subscriber_id where status = 'planned' and via_id <> subscriber_id
       and (via_id = $1 or subscriber_id = $1))
     update subscribers c set fallback_id = case when c.id = gone.id or c.id = gone.fallback_id then null else gone.fallback_id end
     from gone where c.id = gone.id or c.fallback_id = gone.id returning c.id`,
    [id],
  );
  return rows.length > 0;
}

/** Names who is told when nobody here acknowledges; null names nobody. Nothing is told before `acceptSuperior`. */
export async function nameSuperior(session: Session, id: number, superior: number | null): Promise<void> {
  await session.query(
    'update subscribers set superior_id = $2, superior_accepted_at = null where id = $1 and $2 is distinct from id',
    [id, superior],
  );
}

/** True when the superior had been named and has now agreed to be told. */
export async function acceptSuperior(
  session: Session,
  { subscriber, superior }: { subscriber: number; superior: number },
  now: Date,
): Promise<boolean> {
  const rows = await session.query(
    'update subscribers set superior_accepted_at = $3 where id = $1 and superior_id = $2 returning id',
    [subscriber, superior, now],
  );
  return rows.length === 1;
}

/** Whose superior this chat was named, in the order they came to be known; `[]` for nobody. */
export async function listSubordinates(session: Session, superior: number): Promise<Subscriber[]> {
  return session.query<Subscriber>(`select ${columns} from subscribers c where c.superior_id = $1 order by c.id`, [
    superior,
  ]);
}

/** The chat can be written to again; what is still to come goes there again. */
export async function markReachable(session: Session, chat: ChatKey): Promise<void> {
  await session.query(
    `with back as (update subscribers set unreachable_at = null
       where platform = $1 and chat_id = $2 and unreachable_at is not null returning id)
     update reminders set via_id = subscriber_id from back where subscriber_id = back.id and status = 'planned'`,
    [chat.platform, chat.chatId],
  );
}
