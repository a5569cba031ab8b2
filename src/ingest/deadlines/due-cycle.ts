import type { DueCycle } from './bound-due.ts';
import type { DueTerm } from './due-term.ts';
import type { ReportPeriod } from './report-period.ts';

const cycleWords: readonly (readonly [DueCycle, RegExp])[] = [
  ['half', /(?<!\d)(?:0?6|sau) thang(?! (?:dau nam|cuoi nam) \d)/g],
  ['nine', /(?<!\d)(?:0?9|chin) thang/g],
  ['week', /(?:hang|moi|bao cao|dinh ky) tuan/g],
  ['month', /(?:hang|moi|dinh ky|bao cao|cac) thang(?! \d)/g],
  ['quarter', /(?:hang|moi|dinh ky|bao cao|cac) quy(?! (?:[iv]+|\d)(?![a-z]))/g],
  [
    'year',
    /(?:hang|moi) nam|ca nam|(?:tong ket|bao cao|dinh ky|tong ket cong tac) (?:ca )?nam(?! \d| hoc)|(?:^|, |va )nam (?=\()/g,
  ],
];

/** How often what a date binds is due: by its own words, the stretch named beside it, else the words around; null when nothing tells. */
export function cycleOf(
  term: DueTerm,
  period: ReportPeriod | null,
  around: { before: string; after: string },
): DueCycle | null {
  if (term.kind === 'weekday') return 'week';
  if (term.kind === 'day' && term.place !== null) {
    if (term.place === 'every_month' || term.place === 'next_month') return 'month';
    if (term.place === 'quarter_end' || term.place === 'next_quarter') return 'quarter';
    if (term.place === 'every_year') return 'year';
  }
  const bracket = /^ ?\(([^)]{0,40})\)/.exec(around.after)?.[1];
  if (bracket === undefined && period !== null) return period.cycle;
  return (
    (bracket === undefined ? null : lastCycle(`bao cao ${bracket.replace(/^bao cao /, '')}`)) ??
    lastCycle(around.before)
  );
}

function lastCycle(text: string): DueCycle | null {
  let best: { cycle: DueCycle; at: number } | null = null;
  for (const [cycle, pattern] of cycleWords) {
    for (const match of text.matchAll(pattern))
      if (best === null || match.index > best.at) best = { cycle, at: match.index };
  }
  return best?.cycle ?? null;
}
