import type { BoundDue } from './bound-due.ts';
import { periodsIn, type ReportPeriod } from './report-period.ts';

/** Dates that stand together: nothing but a comma or "và" between them. */
const widestGap = 8;

/**
 * "báo cáo tháng, quý, năm lần lượt trước ngày 20, ngày 20 tháng cuối quý và ngày 10/12", "6 tháng, năm … trước ngày 15/6 và 15/12": as many
 * stretches named in a row as dates that follow belong to them one by one.
 */
export function takeTurns(folded: string, dues: readonly BoundDue[]): BoundDue[] {
  const told: BoundDue[] = [];
  for (const run of runsOf(dues)) {
    const [first] = run;
    if (first === undefined) continue;
    const names = rowOf(folded, periodsIn(folded, told.at(-1)?.end ?? 0, first.start));
    const isOwn = run.slice(1).some(({ period }) => period !== null);
    const takes = run.length > 1 && !isOwn && names.length === run.length;
    for (const [at, due] of run.entries()) {
      const period = names[at] ?? null;
      told.push(takes ? { ...due, period, cycle: period?.cycle ?? null } : due);
    }
  }
  return told;
}

function runsOf(dues: readonly BoundDue[]): BoundDue[][] {
  const runs: BoundDue[][] = [];
  for (const due of dues) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && due.start - last.end <= widestGap) run.push(due);
    else runs.push([due]);
  }
  return runs;
}

/** The last row of stretches joined by commas and "và"; two that only a blank parts are one ("sơ kết 6 tháng"). */
function rowOf(folded: string, periods: readonly ReportPeriod[]): ReportPeriod[] {
  let row: ReportPeriod[] = [];
  for (const period of periods) {
    const last = row.at(-1);
    const between = last === undefined ? '' : folded.slice(last.end, period.start);
    if (last !== undefined && between === ' ') row[row.length - 1] = { ...period, start: last.start };
    else if (last === undefined || joint.test(between)) row.push(period);
    else row = [period];
  }
  return row;
}
const joint = /^(?:,|;| va|, va| hoac)? (?:bao cao )?(?:dinh ky )?$/;
