import type { Directive } from '../domain/directive.ts';
import type { Duty } from '../domain/reminder.ts';
import type { Reply } from '../domain/reply.ts';
import type { Session } from '../store/database.ts';
import { findDirective } from '../store/directives.ts';
import { findDuties } from '../store/duties.ts';
import type { ClaimedReminder } from '../store/reminder-queue.ts';
import { mayBeTold } from '../store/visibility.ts';
import type { ReminderRules } from './duty-occurrences.ts';
import { afterQuiet, isQuiet } from './quiet-hours.ts';
import { writeDigest } from './write-digest.ts';
import { writeEscalation } from './write-escalation.ts';
import { isLate, type ReminderSubject, writeReminder } from './write-reminder.ts';

/** What becomes of a claimed reminder: a message, a later hour, or nothing. */
export type Letter =
  /** `lists`: the missed reminders it tells of. */
  { reply: Reply; lists: number[] } | { postponeTo: Date } | { drop: string };

/** Duties and their directives as read during one round; a fan-out of one duty to thousands of chats reads it once. */
export type Sources = Map<number, { duty: Duty; directive: Directive | null }>;

/** Writes the message of a claimed reminder as of now. */
export async function writeLetter(
  session: Session,
  claimed: ClaimedReminder,
  { rules, now, sources }: { rules: ReminderRules; now: Date; sources: Sources },
): Promise<Letter> {
  // What a person asked for at an hour of the night comes at that hour; late, it waits for the morning like everything else.
  const isWanted = /^(?:due|minutes-\d+|snooze-.+)$/.test(claimed.step) && !isLate(claimed.dueAt, now);
  if (!isWanted && isQuiet(now, claimed.quiet)) return { postponeTo: afterQuiet(now, claimed.quiet) };
  if (claimed.duty === null) return (await writeDigest(session, claimed, { rules, now })) ?? { drop: 'nothing to say' };
  const source = await sourceOf(session, claimed.duty, sources);
  if (source === null || source.duty.status === 'ended') return { drop: 'duty ended' };
  if (!(await mayBeTold(session, { duty: claimed.duty, subscriber: claimed.subscriber })))
    return { drop: 'not for this chat' };
  const subject: ReminderSubject = { ...claimed, ...source };
  if (claimed.step !== 'escalation') return { reply: writeReminder(subject, rules, now), lists: [] };
  const reply = await writeEscalation(session, { subject, superior: claimed.subscriber }, { rules, now });
  return reply === null ? { drop: 'everybody has acknowledged' } : { reply, lists: [] };
}

async function sourceOf(session: Session, id: number, sources: Sources) {
  const known = sources.get(id);
  if (known !== undefined) return known;
  const [duty] = await findDuties(session, { ids: [id], statuses: ['active', 'ended'] });
  if (duty === undefined) return null;
  const source = { duty, directive: duty.document === null ? null : await findDirective(session, duty.document) };
  sources.set(id, source);
  return source;
}
