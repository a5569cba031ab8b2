import type { AcknowledgementKind } from '../domain/reminder.ts';
import type { Session } from './database.ts';
import { storable } from './storable.ts';
import { tellable } from './visibility.ts';

export type Acknowledger = { personId: string; personName: string };

export type Acknowledgement = Acknowledger & { kind: AcknowledgementKind; subscriber: number; at: Date };

/** Which occurrence is meant, through any reminder of it that this chat was sent, be it in place of its owner's other chat. */
export type ReminderOfChat = { id: number; subscriber: number };

type Occurrence = { duty: number; occurrence: string; subscriber: number };

/**
 * Notes "đã nhận" or "đã nộp" for the occurrence the reminder is about; "đã nộp" also cancels everything still planned for it in this chat.
 * Gives who said so first, which may be somebody else; null when the reminder is not this chat's: nothing changed. Call it in a transaction.
 */
export async function acknowledge(
  session: Session,
  { reminder, kind, by }: { reminder: ReminderOfChat; kind: AcknowledgementKind; by: Acknowledger },
  now: Date,
): Promise<Acknowledgement | null> {
  const occurrence = await occurrenceOf(session, reminder);
  if (occurrence === null) return null;
  const key = [occurrence.duty, occurrence.occurrence, occurrence.subscriber];
  await session.query(
    `insert into acknowledgements (duty_id, occurrence, subscriber_id, kind, person_id, person_name, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (duty_id, occurrence, subscriber_id, kind) where withdrawn_at is null do nothing`,
    [...key, kind, by.personId, storable(by.personName), now],
  );
  if (kind === 'submitted') {
    await session.query(
      `update reminders r set status = 'cancelled', reason = 'submitted', settled_at = $4
       where r.duty_id = $1 and r.occurrence = $2 and r.subscriber_id = $3 and r.status in ('planned', 'claimed') and r.step <> 'escalation'
         and not exists (select from deliveries l where l.reminder_id = r.id and l.outcome is distinct from 'failed')`,
      [...key, now],
    );
  }
  const all = await listAcknowledgements(session, { ...occurrence, subscribers: [occurrence.subscriber] });
  return all.find((one) => one.kind === kind) ?? null;
}

/** Takes "đã nộp" back: what it had cancelled and still lies ahead is planned again. False when there was nothing to take back. */
export async function withdrawSubmission(session: Session, reminder: ReminderOfChat, now: Date): Promise<boolean> {
  const occurrence = await occurrenceOf(session, reminder);
  if (occurrence === null) return false;
  const key = [occurrence.duty, occurrence.occurrence, occurrence.subscriber];
  const rows = await session.query(
    `update acknowledgements set withdrawn_at = $4
     where duty_id = $1 and occurrence = $2 and subscriber_id = $3 and kind = 'submitted' and withdrawn_at is null returning id`,
    [...key, now],
  );
  if (rows.length === 0) return false;
  await session.query(
    `update reminders set status = 'planned', reason = null, settled_at = null
     where duty_id = $1 and occurrence = $2 and subscriber_id = $3 and status = 'cancelled' and reason = 'submitted' and due_at > $4`,
    [...key, now],
  );
  return true;
}

/** Who has said what about an occurrence, first ones first; `[]` when nobody has. */
export async function listAcknowledgements(
  session: Session,
  { duty, occurrence, subscribers }: { duty: number; occurrence: string; subscribers?: number[] },
): Promise<Acknowledgement[]> {
  return session.query<Acknowledgement>(
    `select kind, subscriber_id as subscriber, person_id as "personId", person_name as "personName", at from acknowledgements
     where duty_id = $1 and occurrence = $2 and ($3::bigint[] is null or subscriber_id = any($3)) and withdrawn_at is null order by id`,
    [duty, occurrence, subscribers ?? null],
  );
}

/** One line of a leader's board: a chat that was told of an occurrence, and what it has said. */
export type Confirmation = {
  subscriber: number;
  name: string;
  superior: number | null;
  /** How many reminders of it have arrived. */
  sent: number;
  received: { by: string; at: string } | null;
  submitted: { by: string; at: string } | null;
};

/** Everybody who was or will be reminded of an occurrence; those who have not submitted come first. `superior` restricts to its own people. */
export async function listConfirmations(
  session: Session,
  { duty, occurrence, superior }: { duty: number; occurrence: string; superior?: number },
): Promise<Confirmation[]> {
  const said = (kind: AcknowledgementKind) =>
    `(select jsonb_build_object('by', a.person_name, 'at', a.at) from acknowledgements a where a.duty_id = $1 and a.occurrence = $2
       and a.subscriber_id = c.id and a.kind = '${kind}' and a.withdrawn_at is null)`;
  return session.query<Confirmation>(
    `select * from (
       select c.id as subscriber, c.name, c.superior_id as superior, count(*) filter (where r.status = 'sent') as sent,
         ${said('received')} as received, ${said('submitted')} as submitted
       from reminders r join subscribers c on c.id = r.subscriber_id
       where r.duty_id = $1 and r.occurrence = $2 and r.step <> 'escalation' and ($3::bigint is null or c.superior_id = $3)
       group by c.id) line
     order by submitted is not null, received is not null, name, subscriber`,
    [duty, occurrence, superior ?? null],
  );
}

/** The occurrences in a span of days (both included) that a superior's people are reminded of, by day; never what they asked in their own words. */
export async function listBoard(
  session: Session,
  { superior, from, to }: { superior: number; from: string; to: string },
): Promise<{ duty: number; occurrence: string }[]> {
  return session.query<{ duty: number; occurrence: string }>(
    `select distinct r.duty_id as duty, r.occurrence from reminders r join duties d on d.id = r.duty_id
       join subscribers c on c.id = r.subscriber_id
     where c.superior_id = $1 and c.superior_accepted_at is not null and r.occurrence between $2 and $3
       and r.step <> 'escalation' and d.source <> 'own' and d.status = 'active' and ${tellable('d', '$1::bigint')}
     order by r.occurrence, duty`,
    [superior, from, to],
  );
}

/** What a reminder that this chat was or will be sent is about; null when it is not this chat's. */
export async function occurrenceOf(session: Session, { id, subscriber }: ReminderOfChat): Promise<Occurrence | null> {
  const rows = await session.query<Occurrence>(
    `select duty_id as duty, occurrence, subscriber_id as subscriber from reminders r
     where id = $1 and duty_id is not null and (subscriber_id = $2
       or exists (select from deliveries l where l.reminder_id = r.id and l.subscriber_id = $2))`,
    [id, subscriber],
  );
  return rows[0] ?? null;
}
