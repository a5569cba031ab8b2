import { weekday } from '../../domain/calendar-date.ts';
import type { Directive } from '../../domain/directive.ts';
import type { Block, Choice } from '../../domain/reply.ts';
import { sayShortDate, sayTime, weekdayName } from '../../vietnamese/say-day.ts';
import { shorten } from '../say-reply.ts';
import type { ReminderRulebook } from './reminder-desk.ts';
import type { Upcoming } from './upcoming.ts';

const levels: Readonly<Record<string, string>> = {
  commune: 'xã, phường',
  department: 'sở, ban, ngành',
  province: 'tỉnh, thành phố',
};

/** Due days as a table: the day first with its weekday, then what, who and where it says so; computed days say that they are. */
export function deadlineTable(
  upcoming: readonly Upcoming[],
  { rulebook, directiveOf }: { rulebook: ReminderRulebook; directiveOf: (id: string) => Directive | null },
): Block {
  const rows = upcoming.map(({ duty, occurrence }) => [
    sayDueDay(occurrence, duty.dueTime, rulebook),
    shorten(rulebook.nameOf(duty, occurrence), 140),
    shorten(whoOf({ duty, occurrence }), 80),
    shorten(sourceOf({ duty, occurrence }, { rulebook, directiveOf }), 80),
  ]);
  const heads = ['Hạn', 'Việc', 'Ai', 'Nguồn'];
  // A column nobody has anything in would only narrow the others on a phone.
  const isUsed = heads.map((_, at) => rows.some((row) => row[at] !== ''));
  return { kind: 'table', rows: [heads, ...rows].map((row) => row.filter((_, at) => isUsed[at])) };
}

function sayDueDay(date: string, time: string | null, { calendar }: ReminderRulebook): string {
  const hour = time === null ? '' : `, ${sayTime(time)}`;
  const off = calendar.isWorkingDay(date) ? '' : ` (ngày nghỉ, trước đó: ${sayShortDate(calendar.add(date, -1))})`;
  return `${sayShortDate(date)} ${weekdayName(weekday(date))}${hour}${off}`;
}

function whoOf({ duty }: Upcoming): string {
  if (duty.regime !== null) return levels[duty.regime.split(':')[0] ?? ''] ?? '';
  return duty.who;
}

function sourceOf(
  { duty, occurrence }: Upcoming,
  { rulebook, directiveOf }: { rulebook: ReminderRulebook; directiveOf: (id: string) => Directive | null },
): string {
  if (duty.source === 'own') return 'lời nhờ nhắc';
  if (duty.regime !== null) return `(${rulebook.computedBy(duty, occurrence)})`;
  const directive = duty.document === null ? null : directiveOf(duty.document);
  return directive?.number ?? directive?.title ?? 'văn bản không còn trong kho';
}

/** One choice a line of the table: to see it whole, with what can be done about it. */
export function detailChoices(upcoming: readonly Upcoming[], rulebook: ReminderRulebook): Choice[] {
  return upcoming.map(({ duty, occurrence }) => ({
    label: `${sayShortDate(occurrence).slice(0, 5)} ${shorten(rulebook.nameOf(duty, occurrence).replace(/ \(số liệu .*$/, ''), 36)}`,
    message: `/viec ${duty.id}`,
  }));
}
