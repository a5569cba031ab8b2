import type { Duty } from '../domain/reminder.ts';
import { type ReminderRules, regimeOccurrences } from './duty-occurrences.ts';
import { regimeReportName } from './regime-name.ts';

const LONGEST_NAME = 300;

/** What is owed on a due day, in one line; for the reporting regime with the period it covers. */
export function occurrenceName(duty: Pick<Duty, 'what' | 'regime'>, occurrence: string, rules: ReminderRules): string {
  const span = { from: occurrence, to: occurrence };
  const reports = duty.regime === null ? [] : regimeOccurrences(duty.regime, span, rules);
  const name = reports.length === 0 ? duty.what : reports.map(regimeReportName).join('; ');
  const line = name.replace(/\s+/g, ' ').trim();
  const [first = ''] = line;
  const opened = first.toUpperCase() + line.slice(first.length);
  return opened.length <= LONGEST_NAME ? opened : `${opened.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
}
