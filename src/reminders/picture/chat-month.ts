import type { Session } from '../../store/database.ts';
import { countUndated } from '../../store/followed-duties.ts';
import { findChatDuties } from '../chat-duties.ts';
import type { ReminderRules } from '../duty-occurrences.ts';
import { monthEntries } from './month-entries.ts';
import { type MonthPicture, monthPicture } from './month-picture.ts';

/** The month ("2026-11") of one chat as a picture. Throws RangeError for a month that is none. */
export async function chatMonth(
  session: Session,
  { subscriber, month, today }: { subscriber: number; month: string; today: string },
  rules: ReminderRules,
): Promise<MonthPicture> {
  const entries = monthEntries(await findChatDuties(session, subscriber), month, rules);
  const undated = await countUndated(session, { subscriber });
  return monthPicture({ month, today, entries, undated, calendar: rules.calendar });
}
