import { type DayTerm, type DueTerm, type FoundTerm, findDueTerms } from './due-term.ts';

/** before: not on that day any more · by: that day at the latest · within: any time inside · on: that very day. */
export type DueBinding = 'before' | 'by' | 'within' | 'on';

/** How often a report is due, by the words around its date. */
export type DueCycle = 'week' | 'month' | 'quarter' | 'half' | 'nine' | 'year';

/** A date that binds someone. Offsets in the folded text it was found in, from the binding word to the end. */
export type BoundDue = {
  binding: DueBinding;
  term: DueTerm;
  /** "17:00", or null. */
  hour: string | null;
  cycle: DueCycle | null;
  /** The day from which on it runs ("từ ngày 01/3 đến ngày 15/3"), or null. */
  from: DayTerm | null;
  /** Days of the month that share one recurrence ("ngày 15 và ngày 30 hằng tháng"); just the own day for most, none without a day. */
  days: number[];
  start: number;
  end: number;
};

const hourPattern =
  /(\d{1,2}) ?(?:gio|h|:|g) ?(\d{2})?(?: ?phut|['’′])?(?: (?:sang|chieu))?,? ?(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat),? ?\(? ?)?$/;

/** "vào chiều thứ Năm" */
const partOfDay = / (?:buoi )?(?:sang|chieu)(?: ngay)?$/;

/** "trước thứ Sáu (ngày 20/3)" */
const weekdayBefore = / (?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat),? ?\(?$/;

const bindings: readonly (readonly [DueBinding, RegExp])[] = [
  ['before', /(?<![a-z])(?:truoc(?: thoi diem| thoi han)?|cham nhat(?: la)? truoc)$/],
  [
    'by',
    /(?<![a-z])tu (?:ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})? ?[-–]$|(?<![a-z])(?:cham nhat(?: (?:la|den|vao|het|den het|trong))?|muon nhat(?: (?:la|den|vao|het))?|khong (?:cham|muon|tre) (?:hon|qua)|khong qua|(?:cho )?den het|(?<!tinh )den|(?<!ket )het|ket thuc(?: vao| truoc)?|toi|truoc va trong|(?<=(?<![a-z])han [a-z ]{0,40})la|han(?: cuoi| chot| nop| gui| bao cao)?(?: cung)?:?|thoi han(?: [a-z ]{1,30})?:|(?:thoi (?:gian|diem)|tien do) (?:hoan thanh|hoan tat|gui|nop|bao cao|trinh|ban hanh)(?: [a-z ]{1,30})? ?:|den cuoi|cuoi|vao cuoi)$/,
  ],
  [
    'within',
    /(?<![a-z])(?:trong(?: thoi gian| nua dau| tuan (?:dau|cuoi|thu [a-z0-9]+)(?: cua)?)?|giua|ngay trong|noi trong|: ?hoan thanh)$/,
  ],
  [
    'on',
    /(?<![a-z])(?:vao(?: dau)?|dau|dinh ky|hang thang|hang tuan|:)$|(?<![a-z])tai (?:cuoc hop|phien hop|hoi nghi|ky hop)(?: [a-z]+){0,4}$/,
  ],
];

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

/** More dates than this in one clause are a list of something else. */
const mostTerms = 24;

/** Dates that bind, in order. */
export function findBoundDues(folded: string): BoundDue[] {
  const terms = findDueTerms(folded).slice(0, mostTerms);
  const dues: BoundDue[] = [];
  for (const [at, found] of terms.entries()) {
    const bound = bindingBefore(folded, found) ?? carriedBinding(folded, found, dues.at(-1));
    if (bound === null || isOfLastWeek(folded, found)) continue;
    const from = dues.at(-1)?.end ?? 0;
    const until = terms[at + 1]?.start ?? folded.length;
    const cycle = cycleOf(found.term, {
      before: folded.slice(Math.max(from, bound.start - 90), bound.start),
      after: folded.slice(found.end, until),
    });
    const term = yearlyBy(found.term, folded.slice(from, bound.start));
    dues.push({
      ...bound,
      term,
      cycle,
      from: fromDay(folded, terms[at - 1], bound.start),
      days: found.term.kind === 'day' ? [found.term.day] : [],
      end: found.end,
    });
  }
  return joinMonthDays(shareYears(shareCycles(dues)));
}

/** The day right before a last day, where "từ" leads it: "từ ngày 01/3 đến ngày 15/3". */
function fromDay(folded: string, before: FoundTerm | undefined, start: number): DayTerm | null {
  if (before === undefined || before.term.kind !== 'day' || !/^[ ,)]{0,3}$/.test(folded.slice(before.end, start)))
    return null;
  const head = folded.slice(Math.max(0, before.start - 40), before.start).replace(hourPattern, '');
  return /(?<![a-z])(?:tu|bat dau|ke tu)(?: ngay)? ?$/.test(head) ? before.term : null;
}

/** "Sáu tháng một lần, trước ngày 10/6 và ngày 10/12": how often holds for both. */
function shareCycles(dues: readonly BoundDue[]): BoundDue[] {
  return dues.map((due, at) => {
    const last = dues[at - 1];
    const isNext = last !== undefined && due.start - last.end <= 10 && last.term.kind === due.term.kind;
    return isNext && due.cycle === null ? { ...due, cycle: last.cycle } : due;
  });
}

/** "thứ Sáu tuần cuối tháng" comes once a month. */
const isOfLastWeek = (folded: string, { term, end }: FoundTerm): boolean =>
  term.kind === 'weekday' && /^ tuan (?:cuoi|dau)/.test(folded.slice(end));

/** "Hằng năm, trước ngày 30 tháng 11", "báo cáo kết quả hằng năm … trước ngày 05/12": the words before make it a day of every year. */
function yearlyBy(term: DueTerm, before: string): DueTerm {
  const isBare = term.kind === 'day' && term.month !== null && term.year === null && term.place === null;
  return isBare && /(?:hang|moi) nam[^.;]{0,90}$/.test(before) ? { ...term, place: 'every_year' } : term;
}

/** The binding word right before a date, an hour between them passed over. */
function bindingBefore(
  folded: string,
  { term, start, end }: FoundTerm,
): Pick<BoundDue, 'binding' | 'hour' | 'start'> | null {
  const before = folded.slice(Math.max(0, start - 60), start);
  const hour = hourPattern.exec(before.trimEnd() === before ? `${before} ` : before);
  const said = (hour === null ? before : before.slice(0, hour.index)).trimEnd();
  const head = said.replace(term.kind === 'weekday' ? partOfDay : weekdayBefore, '');
  for (const [binding, pattern] of bindings) {
    const match = pattern.exec(head);
    if (match === null) continue;
    if (binding === 'on' && term.kind !== 'weekday' && match[0] !== 'vao' && term.kind !== 'day') continue;
    return { binding, hour: hourOf(hour), start: start - before.length + match.index };
  }
  // "Quý III/2026 trình Đề án …": a stretch of time that opens its clause.
  const isStretch = (term.kind === 'quarter' || term.kind === 'month') && term.year !== null;
  if (start <= 1 && isStretch && /^ [a-z]{2}/.test(folded.slice(end))) return { binding: 'within', hour: null, start };
  // "Tháng 02/2026: Ban hành kế hoạch", a line of a timetable.
  const isStretchOf = term.kind === 'year' || term.kind === 'month' || term.kind === 'quarter';
  if (isStretchOf && /(?<![a-z])(?:hoan thanh|hoan tat|xong|khoi cong|khanh thanh) $/.test(before))
    return { binding: 'within', hour: null, start };
  const isTimetable = term.kind === 'quarter' || term.kind === 'month';
  const behind = folded.slice(end, end + 300);
  if (start <= 1 && isTimetable && /^ ?: ?[a-z]{2}/.test(behind) && !/ (?:truoc|cham nhat|den het) /.test(behind))
    return { binding: 'within', hour: null, start };
  if (start <= 1 && term.kind === 'day' && /^ (?:se )?la (?:thoi )?han /.test(folded.slice(end)))
    return { binding: 'by', hour: null, start };
  if (term.kind === 'month' && /: $/.test(before)) return { binding: 'within', hour: null, start };
  if ((start === 0 || before.endsWith('(')) && term.kind === 'day' && term.place !== null)
    return { binding: 'on', hour: null, start };
  if (
    term.kind === 'weekday' &&
    /^ ?(?:hang|moi|trong|cua) tuan/.test(folded.slice(start).replace(/^thu \S+|^chu nhat/, ''))
  ) {
    return { binding: 'on', hour: hourOf(hour), start: hour === null ? start : start - before.length + hour.index };
  }
  return null;
}

function hourOf(match: RegExpExecArray | null): string | null {
  if (match?.[1] === undefined || Number(match[1]) > 24) return null;
  return `${match[1].padStart(2, '0')}:${match[2] ?? '00'}`;
}

/** "trước ngày 01/6 và 15/11": the second date is bound as the first. */
function carriedBinding(
  folded: string,
  { term, start }: FoundTerm,
  last: BoundDue | undefined,
): Pick<BoundDue, 'binding' | 'hour' | 'start'> | null {
  if (last === undefined || last.term.kind !== term.kind || start < last.end) return null;
  const between = folded.slice(last.end, start);
  return /^(?: ?\([^)]{0,40}\))?(?:[,;]| va|, va| hoac)(?: truoc)? ?(?:ngay )?$/.test(between)
    ? { binding: last.binding, hour: last.hour, start }
    : null;
}

/** "trước ngày 10/6 và ngày 05/12/2026", "… 01/6 và 15/11 hằng năm": what only the last date of a clause says holds for those before it. */
function shareYears(dues: readonly BoundDue[]): BoundDue[] {
  const shared: BoundDue[] = [];
  for (const due of [...dues].reverse()) {
    const next = shared.at(-1);
    const { term } = due;
    const isBare = term.kind === 'day' && term.year === null && term.place === null;
    if (
      next === undefined ||
      !isBare ||
      next.term.kind !== 'day' ||
      (term.month === null) !== (next.term.month === null)
    ) {
      shared.push(due);
      continue;
    }
    const isNear = next.start - due.end <= 6;
    const { year, place } = next.term;
    const takes = isNear || place === 'every_year';
    shared.push(
      takes ? { ...due, term: { ...term, year, place }, cycle: due.cycle ?? (isNear ? next.cycle : null) } : due,
    );
  }
  return shared.reverse();
}

/** Two days of every month on which a thing is due are one recurrence. */
function joinMonthDays(dues: readonly BoundDue[]): BoundDue[] {
  const joined: BoundDue[] = [];
  for (const due of dues) {
    const last = joined.at(-1);
    const isPair =
      last?.term.kind === 'day' &&
      due.term.kind === 'day' &&
      last.binding === 'on' &&
      due.binding === 'on' &&
      due.start - last.end <= 6;
    if (
      isPair &&
      last.term.kind === 'day' &&
      last.term.place === 'every_month' &&
      due.term.kind === 'day' &&
      due.term.place === 'every_month'
    ) {
      joined[joined.length - 1] = { ...due, start: last.start, days: [...last.days, ...due.days] };
    } else joined.push(due);
  }
  return joined;
}

function cycleOf(term: DueTerm, around: { before: string; after: string }): DueCycle | null {
  if (term.kind === 'weekday') return 'week';
  if (term.kind === 'day' && term.place !== null) {
    if (term.place === 'every_month' || term.place === 'next_month') return 'month';
    if (term.place === 'quarter_end' || term.place === 'next_quarter') return 'quarter';
    if (term.place === 'every_year') return 'year';
  }
  const bracket = /^ ?\(([^)]{0,40})\)/.exec(around.after)?.[1];
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
