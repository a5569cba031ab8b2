import type { DeadlineFinding } from '../../domain/deadline.ts';
import type { Period } from '../../domain/period.ts';
import { daysInMonth, isoDate } from '../../vietnamese/date.ts';
import type { BoundDue, DueBinding } from './bound-due.ts';
import type { DayTerm, DueTerm } from './due-term.ts';

export type SettledDue = Pick<DeadlineFinding, 'due' | 'dueDate' | 'rule'>;

/** What settles a date without a year: the year a document governs, its date of issue, and whether its sentence speaks of a standing duty. */
export type DueYears = { governed: Period; issued: string | null; isPeriodic: boolean };

const weekdayNames = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const weekdayCodes = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The printed form, last day in time and rule of a date that binds; a year that cannot be told is said to be missing. */
export function settleDue(due: BoundDue, years: DueYears): SettledDue {
  const { term } = due;
  if (term.kind === 'weekday') return weekly(due, term.weekday);
  if (term.kind === 'day')
    return term.month === null ? everyMonth(due, term) : dayOfYear(due, { ...term, month: term.month }, years);
  return stretch(due, term, years);
}

function weekly({ binding, hour }: BoundDue, weekday: number): SettledDue {
  const isBefore = binding === 'before' && hour === null;
  const last = isBefore ? ((weekday + 5) % 7) + 1 : weekday;
  const words = [hour === null ? '' : `trước ${hour}`, isBefore ? 'trước' : '', weekdayNames[weekday]].filter(
    (word) => word !== '',
  );
  return { due: `hằng tuần, ${words.join(' ')}`, dueDate: null, rule: `FREQ=WEEKLY;BYDAY=${weekdayCodes[last]}` };
}

/** A bare day: of every month, or of a month of every quarter. */
function everyMonth(due: BoundDue, term: DayTerm): SettledDue {
  const place = term.place ?? (due.cycle === 'quarter' ? null : due.cycle === 'month' ? 'every_month' : null);
  const words = `${recurringWord(due)}${due.days.map((one) => (one === 31 ? 'ngày cuối tháng' : `ngày ${padded(one)}`)).join(' và ')}`;
  const day = due.binding === 'before' && due.hour === null ? term.day - 1 : term.day;
  const monthDay = [...due.days.slice(0, -1), day === 0 || day >= 31 ? -1 : day].join(',');
  if (place === 'every_month' || place === 'next_month') {
    const tail = place === 'next_month' ? ' tháng sau' : '';
    return { due: `hằng tháng, ${words}${tail}`, dueDate: null, rule: `FREQ=MONTHLY;BYMONTHDAY=${monthDay}` };
  }
  if (place === 'quarter_end' || place === 'next_quarter') {
    const isEnd = place === 'quarter_end';
    const months = isEnd ? (day > 0 ? '3,6,9,12' : '2,5,8,11') : day > 0 ? '1,4,7,10' : '3,6,9,12';
    const tail = isEnd ? 'tháng cuối quý' : 'tháng đầu quý sau';
    return {
      due: `hằng quý, ${words} ${tail}`,
      dueDate: null,
      rule: `FREQ=YEARLY;BYMONTH=${months};BYMONTHDAY=${monthDay}`,
    };
  }
  if (place === 'period_end') return { due: `${words} tháng cuối kỳ báo cáo`, dueDate: null, rule: null };
  if (due.cycle === 'quarter') return { due: `hằng quý, ${words}`, dueDate: null, rule: null };
  return { due: `${words} (không nêu tháng)`, dueDate: null, rule: null };
}

function dayOfYear(due: BoundDue, term: DayTerm & { month: number }, years: DueYears): SettledDue {
  const year =
    term.year ?? (term.place === 'every_year' || term.place === 'last_year' ? null : yearFor(due, term, years));
  const words = `${recurringWord(due)}ngày ${padded(term.day)}/${term.month}`;
  if (year === null) {
    const isYearly = term.place !== null || due.cycle !== null || years.isPeriodic || years.governed.kind === 'range';
    const tail = term.place === 'next_year' ? ' năm sau' : term.place === 'last_year' ? ' năm trước' : '';
    if (!isYearly) return { due: `${words} (không nêu năm)`, dueDate: null, rule: null };
    return { due: `hằng năm, ${words}${tail}`, dueDate: null, rule: yearlyRule(due, term) };
  }
  const date = isoDate(year, term.month, term.day);
  if (date === null) return { due: `${words}/${year}`, dueDate: null, rule: null };
  const settled = oneDay(due.binding, due.hour, date);
  const from = firstDay(due.from, date);
  return from === null ? settled : { ...settled, due: `từ ${from} ${settled.due}` };
}

/** The day on which what ends on `last` begins, in the same year or the one before where only the last day has one; null for none. */
function firstDay(from: DayTerm | null, last: string): string | null {
  if (from === null || from.month === null) return null;
  const day = (year: number) => isoDate(year, from.month ?? 0, from.day);
  const lastYear = Number(last.slice(0, 4));
  const said = day(from.year ?? lastYear);
  return said === null || said <= last ? said : from.year === null ? day(lastYear - 1) : null;
}

/** The year of a date without one; null when it comes back every year, or nothing tells. */
function yearFor(
  due: BoundDue,
  term: DayTerm & { month: number },
  { governed, issued, isPeriodic }: DueYears,
): number | null {
  const first = Number(governed.from?.slice(0, 4) ?? governed.to?.slice(0, 4) ?? 'NaN');
  const last = Number(governed.to?.slice(0, 4) ?? 'NaN');
  // "đến năm 2030" says how far, not when: a day without a year is the next one, or of every year.
  const isOpen = governed.kind === 'until';
  if (isOpen && due.cycle !== null) return null;
  const isOneYear = first === last && !isOpen;
  if (governed.kind === 'none' && due.cycle !== null) return null;
  // A plan for 2024-2025 issued around autumn 2024 is one for a school year: autumn is of its first year, the rest of its second.
  const isSchoolYear =
    last - first === 1 &&
    (governed.text.startsWith('năm học') || (issued?.slice(0, 4) === `${first}` && issued.slice(5) >= '07'));
  if (isSchoolYear && due.cycle === null && !isPeriodic) return term.month >= 8 ? first : last;
  if (isPeriodic || (Number.isFinite(last) && Number.isFinite(first) && !isOneYear && !isOpen)) return null;
  const issuedYear = issued === null ? null : Number(issued.slice(0, 4));
  const start = isOneYear ? first : issuedYear;
  if (start === null || !Number.isFinite(start)) return null;
  const year = term.place === 'next_year' ? start + 1 : start;
  const isPast = issued !== null && (isoDate(year, term.month, term.day) ?? issued) < issued;
  if (!isPast) return year;
  return due.cycle === null ? year + 1 : null;
}

function oneDay(binding: DueBinding, hour: string | null, date: string): SettledDue {
  if (hour !== null)
    return { due: `${binding === 'before' ? 'trước' : 'đến'} ${date} ${hour}`, dueDate: date, rule: null };
  if (binding === 'before') return { due: `trước ${date}`, dueDate: dayBefore(date), rule: null };
  return { due: `${binding === 'on' ? 'ngày' : 'đến hết'} ${date}`, dueDate: date, rule: null };
}

function yearlyRule(due: BoundDue, { day, month }: DayTerm & { month: number }): string {
  const last =
    due.binding === 'before' && due.hour === null
      ? dayBefore(isoDate(2023, month, day) ?? '2023-01-01')
      : isoDate(2023, month, day);
  const monthOf = Number((last ?? '').slice(5, 7)) || month;
  const dayOf = Number((last ?? '').slice(8)) || day;
  return `FREQ=YEARLY;BYMONTH=${monthOf};BYMONTHDAY=${dayOf === daysInMonth(2023, monthOf) && monthOf === 2 ? -1 : dayOf}`;
}

/** A month, quarter, half or year: "trước tháng 7" is before its first day, "trong quý I" until its last. */
function stretch(due: BoundDue, term: Exclude<DueTerm, { kind: 'day' | 'weekday' }>, years: DueYears): SettledDue {
  const [firstMonth, lastMonth] = monthsOf(term);
  const saysYearly = (term.kind === 'month' || term.kind === 'quarter') && term.isYearly === true;
  const isYearly = saysYearly || (term.year === null && (due.cycle === 'year' || years.isPeriodic));
  const first = {
    kind: 'day' as const,
    day: 1,
    month: due.binding === 'before' ? firstMonth : lastMonth,
    year: null,
    place: null,
  };
  const year = term.year ?? (isYearly ? null : yearFor({ ...due, cycle: null }, { ...first, day: 28 }, years));
  const name = nameOf(term);
  if (year === null) {
    const words = `${due.binding === 'before' ? 'trước' : 'trong'} ${name}`;
    return isYearly
      ? { due: `hằng năm, ${words}`, dueDate: null, rule: `FREQ=YEARLY;BYMONTH=${lastMonth};BYMONTHDAY=-1` }
      : { due: `${words} (không nêu năm)`, dueDate: null, rule: null };
  }
  if (due.binding === 'before') return oneDay('before', null, isoDate(year, firstMonth, 1) ?? '');
  return oneDay('by', null, isoDate(year, lastMonth, daysInMonth(year, lastMonth)) ?? '');
}

function monthsOf(term: Exclude<DueTerm, { kind: 'day' | 'weekday' }>): [number, number] {
  if (term.kind === 'month') return [term.month, term.month];
  if (term.kind === 'quarter') return [term.quarter * 3 - 2, term.quarter * 3];
  if (term.kind === 'half') return term.half === 1 ? [1, 6] : [7, 12];
  return [1, 12];
}

function nameOf(term: Exclude<DueTerm, { kind: 'day' | 'weekday' }>): string {
  if (term.kind === 'month') return `tháng ${term.month}`;
  if (term.kind === 'quarter') return `quý ${['', 'I', 'II', 'III', 'IV'][term.quarter]}`;
  return term.kind === 'half' ? `6 tháng ${term.half === 1 ? 'đầu' : 'cuối'} năm` : `năm ${term.year}`;
}

/** The binding as a recurrence prints it: "trước ", "chậm nhất ", or nothing for the very day. */
function recurringWord({ binding, hour }: BoundDue): string {
  const word = binding === 'before' ? 'trước' : binding === 'on' ? '' : 'chậm nhất';
  return [word, hour ?? '']
    .filter((part) => part !== '')
    .map((part) => `${part} `)
    .join('');
}

const padded = (day: number): string => String(day).padStart(2, '0');

function dayBefore(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (day > 1) return isoDate(year, month, day - 1) ?? date;
  return month === 1 ? `${year - 1}-12-31` : (isoDate(year, month - 1, daysInMonth(year, month - 1)) ?? date);
}
