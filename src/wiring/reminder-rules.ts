import type { ReminderRules } from '../reminders/duty-occurrences.ts';
import { workingDays } from '../reminders/working-days.ts';
import type { Tables } from '../tables.ts';

/** What decides on which days something is due, from the tables an administrator can edit. */
export function reminderRules({ calendar, reporting }: Pick<Tables, 'calendar' | 'reporting'>): ReminderRules {
  return { calendar: workingDays(calendar.years), reporting };
}
