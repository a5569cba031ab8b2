import { addDays } from '../domain/calendar-date.ts';
import type { QuietHours } from '../domain/reminder.ts';
import { instantAt, localDate, localTime } from '../domain/vietnam-time.ts';

/** True strictly between the two times, across midnight where `from` is the later one. */
export function isQuiet(instant: Date, { from, to }: QuietHours): boolean {
  const time = localTime(instant);
  if (from === to) return false;
  return from < to ? time > from && time < to : time > from || time < to;
}

/** The instant itself when it is not quiet, else the end of the quiet hours it falls in. */
export function afterQuiet(instant: Date, quiet: QuietHours): Date {
  if (!isQuiet(instant, quiet)) return instant;
  const date = localDate(instant);
  return instantAt(localTime(instant) < quiet.to ? date : addDays(date, 1), quiet.to);
}

/** The instant itself when it is not quiet, else the beginning of the quiet hours it falls in. */
export function beforeQuiet(instant: Date, quiet: QuietHours): Date {
  if (!isQuiet(instant, quiet)) return instant;
  const date = localDate(instant);
  return instantAt(localTime(instant) > quiet.from ? date : addDays(date, -1), quiet.from);
}
