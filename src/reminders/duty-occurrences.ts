import type { Duty } from '../domain/reminder.ts';
import {
  type RegimeReport,
  type ReportingLevel,
  type ReportingRules,
  regimeReports,
  reportingLevels,
} from './reporting-regime.ts';
import type { WorkingDays } from './working-days.ts';

/** The days of a recurrence rule (RFC 5545, without DTSTART) that begins on `start`, within a span of days (both included). */
export type Occurrences = (rule: { rrule: string; start: string }, span: { from: string; to: string }) => string[];

/** What decides on which days something is due and said. */
export type ReminderRules = { calendar: WorkingDays; occurrences: Occurrences; reporting: ReportingRules };

/** The due days of a duty within a span of days (both included), in their order; `[]` when there is none. */
export function dutyOccurrences(
  duty: Pick<Duty, 'dueDate' | 'rule' | 'regime' | 'startsOn' | 'endsOn'>,
  span: { from: string; to: string },
  rules: ReminderRules,
): string[] {
  if (duty.dueDate !== null) return duty.dueDate >= span.from && duty.dueDate <= span.to ? [duty.dueDate] : [];
  const [from = span.from] = [span.from, duty.startsOn].sort().reverse();
  const [to = span.to] = [span.to, duty.endsOn ?? span.to].sort();
  if (from > to) return [];
  if (duty.rule !== null) return rules.occurrences({ rrule: duty.rule, start: duty.startsOn }, { from, to });
  return duty.regime === null ? [] : regimeOccurrences(duty.regime, { from, to }, rules).map(({ sendBy }) => sendBy);
}

/** The reports that "commune:monthly" (or "commune", for all kinds) owes within a span of days; `[]` for an unknown level. */
export function regimeOccurrences(
  regime: string,
  { from, to }: { from: string; to: string },
  { calendar, reporting }: ReminderRules,
): RegimeReport[] {
  const [levelName, kind] = regime.split(':');
  const level = reportingLevels.find((known): known is ReportingLevel => known === levelName);
  if (level === undefined) return [];
  return regimeReports({ first: from, last: to, level }, calendar, reporting).filter(
    (report) => kind === undefined || report.kind === kind,
  );
}
