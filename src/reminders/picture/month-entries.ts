import { dateOf, daysInMonth } from '../../domain/calendar-date.ts';
import type { Duty } from '../../domain/reminder.ts';
import { type ChatDuty, chatOccurrences } from '../chat-duties.ts';
import type { ReminderRules } from '../duty-occurrences.ts';
import { occurrenceName } from '../occurrence-name.ts';
import { sayDayOff } from '../say-date.ts';
import { regimeSource } from '../write-reminder.ts';

/** One thing due on one day. `note`: that the day is computed or off, in a few words; "" for neither. */
export type MonthEntry = { day: string; time: string | null; name: string; note: string; isSubmitted: boolean };

/** The days of a month ("2026-11"). Throws RangeError for anything else. */
export function daysOfMonth(month: string): string[] {
  const [, year = 0, number = 0] = (/^(\d{4})-(\d{2})$/.exec(month) ?? []).map(Number);
  if (number < 1 || number > 12 || year < 1900 || year > 2199) throw new RangeError(`not a month: ${month}`);
  return Array.from({ length: daysInMonth(year, number) }, (_, at) => dateOf(year, number, at + 1));
}

/** What a chat owes within a month, by day and hour; `[]` for nothing. */
export function monthEntries(duties: readonly ChatDuty[], month: string, rules: ReminderRules): MonthEntry[] {
  const days = daysOfMonth(month);
  const span = { from: days[0] ?? '', to: days.at(-1) ?? '' };
  return duties
    .flatMap((one) => {
      const { duty, submitted } = one;
      return chatOccurrences(one, span, rules).map((day) => ({
        day,
        time: duty.dueTime,
        name: occurrenceName(duty, day, rules),
        note: noteOf(duty, day, rules),
        isSubmitted: submitted.includes(day),
      }));
    })
    .sort((a, b) => a.day.localeCompare(b.day) || (a.time ?? '24').localeCompare(b.time ?? '24'));
}

function noteOf({ regime }: Pick<Duty, 'regime'>, day: string, rules: ReminderRules): string {
  const source = regime === null ? '' : regimeSource(regime, day, rules);
  const dayOff = sayDayOff(day, rules.calendar).replace(/^ \(|\)$/g, '');
  return [source, dayOff && `${dayOff.charAt(0).toUpperCase()}${dayOff.slice(1)}.`].filter(Boolean).join(' ');
}
