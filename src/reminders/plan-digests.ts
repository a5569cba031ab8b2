import { addDays, weekday } from '../domain/calendar-date.ts';
import { addSeconds, instantAt, localDate, localTime } from '../domain/vietnam-time.ts';
import type { Database } from '../store/database.ts';
import {
  type DigestReader,
  insertDigests,
  listDigestReaders,
  listMissedReaders,
  type PlannedDigest,
} from '../store/digests.ts';
import { afterQuiet } from './quiet-hours.ts';
import type { WorkingDays } from './working-days.ts';

export const digestTime = '07:30';
/** What may have arrived is asked about the next morning, not at once. */
const DOUBT_TIME = '08:00';
/** So that what was missed together is told of together. */
const GATHER_SECONDS = 300;

/**
 * Plans the digests of today and tomorrow: those asked for, and one for every chat that missed something and would not be told otherwise.
 * Gives how many were added.
 */
export async function planDigests(database: Database, calendar: WorkingDays, now: Date): Promise<number> {
  const asked = (await listDigestReaders(database)).flatMap((reader) => askedDigests(reader, calendar, now));
  const added = await insertDigests(database, asked, now);
  const missed = (await listMissedReaders(database, now)).map(({ id, quiet, isSure }): PlannedDigest => {
    const soon = isSure ? addSeconds(now, GATHER_SECONDS) : instantAt(addDays(localDate(now), 1), DOUBT_TIME);
    const at = afterQuiet(soon, quiet);
    return { subscriber: id, day: localDate(at), step: `digest-missed-${localTime(at)}`, at };
  });
  return added + (await insertDigests(database, missed, now));
}

/** Working days only for the daily one; the weekly one comes on the first working day of a week. */
function askedDigests({ id, digest, quiet }: DigestReader, calendar: WorkingDays, now: Date): PlannedDigest[] {
  const today = localDate(now);
  return [today, addDays(today, 1)]
    .filter((day) => calendar.isWorkingDay(day) && (digest === 'daily' || isFirstOfWeek(day, calendar)))
    .map((day) => ({
      subscriber: id,
      day,
      step: `digest-${digest}`,
      at: afterQuiet(instantAt(day, digestTime), quiet),
    }))
    .filter(({ at }) => at >= now);
}

function isFirstOfWeek(day: string, calendar: WorkingDays): boolean {
  return calendar.onOrAfter(addDays(day, 1 - weekday(day))) === day;
}
