import { dateOf } from '../domain/calendar-date.ts';
import type { WorkingDays } from './working-days.ts';

export const reportKinds = ['monthly', 'quarterly', 'first_half', 'second_half', 'nine_months', 'yearly'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Who sends: each level compiles what the one below has sent. */
export const reportingLevels = ['commune', 'department', 'province'] as const;
export type ReportingLevel = (typeof reportingLevels)[number];

/**
 * What an office may edit. `workingDays`: how many working days each level has, from the cut-off for the lowest and from receipt for those
 * that compile (Nghị định 09/2019/NĐ-CP, Điều 11: at least two).
 */
export type ReportingRules = {
  workingDays: Record<ReportingLevel, number>;
  reports: readonly ReportKind[];
  /** Days an office has set for itself, by "level:kind", in place of the computed ones. */
  fixedDays?: Record<string, FixedDay> | undefined;
};

/** So many months after that of the cut-off, on this day or the last of a shorter month. `source`: the paper that set it. */
export type FixedDay = { day: number; monthsLater: number; source: string };

export const usualRules: ReportingRules = {
  workingDays: { commune: 2, department: 2, province: 2 },
  reports: reportKinds,
};

/** A report that is due by the regime alone. Shown as computed, unless the office's own rules have set its day. */
export type RegimeReport = {
  kind: ReportKind;
  level: ReportingLevel;
  /** First and last day the figures cover. */
  from: string;
  cutOff: string;
  sendBy: string;
  /** The office's own rule that set `sendBy`; null where it is computed. */
  setBy: string | null;
};

type Span = { kind: ReportKind; from: string; cutOff: string };

/** The reports whose sending day falls within [first, last], in order of that day. */
export function regimeReports(
  { first, last, level }: { first: string; last: string; level: ReportingLevel },
  calendar: WorkingDays,
  rules: ReportingRules = usualRules,
): RegimeReport[] {
  const years: number[] = [];
  for (let year = Number(first.slice(0, 4)) - 1; year <= Number(last.slice(0, 4)); year++) years.push(year);
  return years
    .flatMap(spansOf)
    .filter(({ kind }) => rules.reports.includes(kind))
    .map((span) => ({ ...span, level, ...sendingDay(span, { level, calendar, rules }) }))
    .filter(({ sendBy }) => sendBy >= first && sendBy <= last)
    .sort((a, b) => a.sendBy.localeCompare(b.sendBy) || reportKinds.indexOf(a.kind) - reportKinds.indexOf(b.kind));
}

/** The office's own day, or each level's working days, one after the other, counted from the day after the cut-off. */
function sendingDay(
  { kind, cutOff }: Span,
  { level, calendar, rules }: { level: ReportingLevel; calendar: WorkingDays; rules: ReportingRules },
): Pick<RegimeReport, 'sendBy' | 'setBy'> {
  const fixed = rules.fixedDays?.[`${level}:${kind}`];
  if (fixed !== undefined) {
    const [year, month] = [Number(cutOff.slice(0, 4)), Number(cutOff.slice(5, 7))];
    return { sendBy: dateOf(year, month + fixed.monthsLater, fixed.day), setBy: fixed.source };
  }
  let day = cutOff;
  for (const each of reportingLevels) {
    day = calendar.add(day, rules.workingDays[each]);
    if (each === level) break;
  }
  return { sendBy: day, setBy: null };
}

/** What the reports of one year cover: from the 15th to the 14th (Nghị định 09/2019/NĐ-CP, Điều 12; nine months by provincial practice). */
function spansOf(year: number): Span[] {
  const span = (kind: ReportKind, startMonth: number, endMonth: number): Span => ({
    kind,
    from: dateOf(year, startMonth, 15),
    cutOff: dateOf(year, endMonth, 14),
  });
  const months = Array.from({ length: 12 }, (_, at) => span('monthly', at, at + 1));
  const quarters = [3, 6, 9, 12].map((month) => span('quarterly', month - 3, month));
  return [
    ...months,
    ...quarters,
    span('first_half', 0, 6),
    span('second_half', 6, 12),
    span('nine_months', 0, 9),
    span('yearly', 0, 12),
  ];
}
