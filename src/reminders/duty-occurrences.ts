import { ruleParts } from '../domain/recurrence-rule.ts';
import type { Duty } from '../domain/reminder.ts';
import { occurrences } from './recurrence.ts';
import {
  type RegimeReport,
  type ReportingLevel,
  type ReportingRules,
  regimeReports,
  reportingLevels,
} from './reporting-regime.ts';
import type { WorkingDays } from './working-days.ts';

/** What decides on which days something is due. */
export type ReminderRules = { calendar: WorkingDays; reporting: ReportingRules };

/** The due days of a duty within a span of days (both included), in their order; `[]` when there is none, or its rule is none. */
export function dutyOccurrences(
  duty: Pick<Duty, 'dueDate' | 'rule' | 'regime' | 'startsOn' | 'endsOn' | 'dueTime'>,
  span: { from: string; to: string },
  rules: ReminderRules,
): string[] {
  const { dueDate, rule, regime, startsOn, endsOn } = duty;
  if (dueDate !== null) return dueDate >= span.from && dueDate <= span.to ? [dueDate] : [];
  const [from = span.from] = [span.from, startsOn].sort().reverse();
  const [to = span.to] = [span.to, endsOn ?? span.to].sort();
  if (from > to) return [];
  if (regime !== null) return regimeOccurrences(regime, { from, to }, rules).map(({ sendBy }) => sendBy);
  if (rule === null || ruleParts(rule) === null) return [];
  return occurrences({ rrule: rule, start: startsOn, time: duty.dueTime }, { from, to }, rules);
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
