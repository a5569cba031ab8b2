import { addDays } from '../../domain/calendar-date.ts';
import type { Duty } from '../../domain/reminder.ts';
import type { Session } from '../../store/database.ts';
import { findDuties } from '../../store/duties.ts';
import { findFollowedDuties } from '../../store/followed-duties.ts';
import type { ReminderRulebook } from './reminder-desk.ts';

/** A duty and its next due day. */
export type Upcoming = { duty: Duty; occurrence: string };

/** Yearly reports are seen a year ahead. */
const daysAhead = 400;

/** The next due day of each duty from a day on, the nearest first; duties without one are left out. */
export function nextOccurrences(
  duties: readonly Duty[],
  from: string,
  { rulebook, isDone = () => false }: { rulebook: ReminderRulebook; isDone?: (one: Upcoming) => boolean },
): Upcoming[] {
  const span = { from, to: addDays(from, daysAhead) };
  return duties
    .flatMap((duty) => {
      const next = rulebook.occurrences(duty, span).find((occurrence) => !isDone({ duty, occurrence }));
      return next === undefined ? [] : [{ duty, occurrence: next }];
    })
    .sort((a, b) => a.occurrence.localeCompare(b.occurrence) || a.duty.id - b.duty.id);
}

/** What a chat asked for or follows and has not submitted, with what has been overdue for a week; the nearest first. */
export async function upcomingOf(
  session: Session,
  subscriber: number,
  { today, rulebook }: { today: string; rulebook: ReminderRulebook },
): Promise<Upcoming[]> {
  const followed = await findFollowedDuties(session, { subscriber });
  const submitted = new Set(followed.flatMap(({ duty, submitted: days }) => days.map((day) => `${duty} ${day}`)));
  const duties = await findDuties(session, { ids: followed.map(({ duty }) => duty) });
  const isDone = ({ duty, occurrence }: Upcoming): boolean => submitted.has(`${duty.id} ${occurrence}`);
  const overdueDays = 7;
  // What was asked for in own words is over with its day, unless it is a deadline.
  const isOver = ({ duty, occurrence }: Upcoming): boolean =>
    occurrence < today && (duty.source === 'own' ? duty.ladder !== null : duty.rule !== null || duty.regime !== null);
  return nextOccurrences(duties, addDays(today, -overdueDays), {
    rulebook,
    isDone: (one) => isDone(one) || isOver(one),
  });
}
