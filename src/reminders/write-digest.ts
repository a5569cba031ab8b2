import { addDays } from '../domain/calendar-date.ts';
import type { Duty } from '../domain/reminder.ts';
import { type Block, paragraph, type Reply, type Span } from '../domain/reply.ts';
import { localDate } from '../domain/vietnam-time.ts';
import type { Session } from '../store/database.ts';
import { listMissed, type MissedReminder } from '../store/digests.ts';
import { findDuties } from '../store/duties.ts';
import { listOccurrences } from '../store/reminders.ts';
import type { ReminderRules } from './duty-occurrences.ts';
import { occurrenceName } from './occurrence-name.ts';
import { sayDayOff, sayDaysLeft, sayDue, sayInstant } from './say-date.ts';

/** How many days a digest looks ahead, by its step; one for what was missed looks at nothing else. */
const daysAhead: Record<string, number> = { 'digest-daily': 7, 'digest-weekly': 14 };
/** More would be a wall of text; the rest is counted. */
const MOST_LINES = 25;

/** A digest's message and the missed reminders it tells of; null when there is nothing to say. */
export async function writeDigest(
  session: Session,
  { subscriber, step }: { subscriber: number; step: string },
  { rules, now }: { rules: ReminderRules; now: Date },
): Promise<{ reply: Reply; lists: number[] } | null> {
  const today = localDate(now);
  const missed = await listMissed(session, subscriber);
  const ahead = daysAhead[step] ?? null;
  const coming =
    ahead === null ? [] : await listOccurrences(session, { subscriber, from: today, to: addDays(today, ahead) });
  const open = coming.filter(({ submitted }) => !submitted);
  if (missed.length === 0 && open.length === 0) return null;
  const ids = [...missed, ...open].map(({ duty }) => duty);
  const duties = new Map(
    (await findDuties(session, { ids, statuses: ['active', 'ended'] })).map((one) => [one.id, one]),
  );
  const line = (duty: number, occurrence: string, note: string): Span[] => {
    const found = duties.get(duty);
    return found === undefined ? [] : lineOf(found, occurrence, { rules, today, note });
  };
  const blocks = [
    ...listBlocks(
      'Sắp đến hạn',
      open.map(({ duty, occurrence }) => line(duty, occurrence, '')),
    ),
    ...listBlocks(
      'Tin nhắc đã lỡ (trễ)',
      lastOfEach(missed).map((one) => line(one.duty, one.occurrence, noteOf(one))),
    ),
  ];
  return { reply: { blocks, choices: [] }, lists: missed.map(({ id }) => id) };
}

function listBlocks(title: string, lines: Span[][]): Block[] {
  const items = lines.filter((line) => line.length > 0);
  if (items.length === 0) return [];
  const rest = items.length - MOST_LINES;
  const more: Span[][] = rest > 0 ? [[{ italic: `và ${rest} việc nữa; gõ /han để xem hết` }]] : [];
  return [paragraph({ bold: title }), { kind: 'list', items: [...items.slice(0, MOST_LINES), ...more] }];
}

function lineOf(
  duty: Duty,
  occurrence: string,
  { rules, today, note }: { rules: ReminderRules; today: string; note: string },
): Span[] {
  const due = `${sayDue(occurrence, duty.dueTime)}${sayDayOff(occurrence, rules.calendar)} – ${sayDaysLeft(today, occurrence)}`;
  return [{ bold: occurrenceName(duty, occurrence, rules) }, `: ${due}${note}`];
}

function noteOf({ status, dueAt }: MissedReminder): string {
  const when = sayInstant(dueAt);
  return status === 'unknown' ? ` (tin lúc ${when} không rõ đã đến chưa)` : ` (lẽ ra nhắc lúc ${when})`;
}

/** One line an occurrence, with the last reminder of it that was missed. */
function lastOfEach(missed: MissedReminder[]): MissedReminder[] {
  return [...new Map(missed.map((one) => [`${one.duty} ${one.occurrence}`, one])).values()];
}
