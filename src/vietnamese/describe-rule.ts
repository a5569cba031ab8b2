import { addDays, daysInMonth, weekday } from '../domain/calendar-date.ts';
import { partNumbers, type RuleParts, ruleParts } from '../domain/recurrence-rule.ts';
import type { WhenBound } from '../domain/when.ts';
import { sayDay, sayShortDate, weekdayName } from './say-day.ts';

/** A rule in words. `bracket`: " (trước ngày 20)", what the person said where the rule holds the day before; '' where it cannot be told. */
export type RuleWords = { words: string; bracket: string; until: string };

const weekdayCodes = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The rule as people say it ("ngày 19 hằng tháng"); a rule of another make is shown as it is written. `start`: its first day. */
export function describeRule(rrule: string, { start, bound }: { start: string; bound: WhenBound }): RuleWords {
  const parts = ruleParts(rrule);
  const said = parts === null ? null : sayParts(parts, start);
  if (parts === null || said === null) return { words: `theo quy tắc ${rrule}`, bracket: '', until: '' };
  const every = Number(parts.get('INTERVAL') ?? 1);
  // Every second week is told from its first day, else nobody knows which weeks.
  const first = every > 1 ? ` (lần đầu ${sayDay(start)})` : '';
  return { words: `${said.words}${first}`, bracket: bound === 'before' ? said.bracket : '', until: sayUntil(parts) };
}

type Said = { words: string; bracket: string };

function sayParts(parts: RuleParts, start: string): Said | null {
  if (parts.get('RSCALE') === 'VIETNAMESE') return sayLunar(parts);
  const frequency = parts.get('FREQ');
  if (frequency === 'DAILY')
    return plain(parts.get('X-WORKDAY') === 'ONLY' ? 'mỗi ngày làm việc' : cycleName('ngày', parts));
  if (frequency === 'WEEKLY') return sayWeekly(parts, start);
  return frequency === 'MONTHLY' ? sayMonthly(parts, start) : sayYearly(parts);
}

const plain = (words: string): Said => ({ words, bracket: '' });

/** "hằng tuần", "2 tuần một lần" */
function cycleName(unit: string, parts: RuleParts): string {
  const every = Number(parts.get('INTERVAL') ?? 1);
  return every === 1 ? `hằng ${unit}` : `${every} ${unit} một lần`;
}

function sayWeekly(parts: RuleParts, start: string): Said | null {
  const codes = parts.get('BYDAY')?.split(',') ?? [weekdayCodes[weekday(start)] ?? ''];
  const days = codes.map((code) => weekdayCodes.indexOf(code)).sort((a, b) => a - b);
  if (days.some((day) => day < 1)) return null;
  const [first = 1] = days;
  const isRow = days.length > 2 && days.every((day, at) => day === first + at);
  const names = isRow ? `từ ${weekdayName(first)} đến ${weekdayName(days.at(-1) ?? 1)}` : joined(days.map(weekdayName));
  const cycle = cycleName('tuần', parts);
  const bracket = days.length === 1 ? ` (trước ${weekdayName((first % 7) + 1)})` : ' (trước các ngày đã nêu)';
  return { words: cycle.startsWith('hằng') ? `${names} ${cycle}` : `${names}, ${cycle}`, bracket };
}

/** The days meant: the set of 28 to 31 of which the last is taken stands for its longest day. */
function monthDaysOf(parts: RuleParts): number[] {
  const days = partNumbers(parts, 'BYMONTHDAY');
  const isClamped = parts.get('BYSETPOS')?.split(',').at(-1) === '-1';
  if (!isClamped) return days;
  const places = partNumbers(parts, 'BYSETPOS').length - 1;
  return [...days.slice(0, places), ...days.slice(-1)];
}

function sayMonthly(parts: RuleParts, start: string): Said | null {
  const months = partNumbers(parts, 'BYMONTH');
  const place = quarterPlace(months);
  if (months.length > 0 && place === null) return months.length === 1 ? sayMonthOfYear(parts, months[0] ?? 1) : null;
  const cycle = place === null ? cycleName('tháng', parts) : 'hằng quý';
  const link = cycle.startsWith('hằng') ? ' ' : ', ';
  const nth = sayNth(parts);
  const byMonth = place === null ? '' : ` ${place.name}`;
  if (nth !== null) return plain(place === null ? `${nth}${link}${cycle}` : `${nth} ${cycle}`);
  const days = parts.has('BYMONTHDAY') ? monthDaysOf(parts) : [Number(start.slice(8))];
  if (days.length === 1 && days[0] === -1) {
    const words = place === null ? `ngày cuối cùng${link}${cycle}` : 'ngày cuối cùng hằng quý';
    return place === null || place.isLast
      ? { words, bracket: place === null ? ' (trước ngày 01)' : ' (trước quý sau)' }
      : null;
  }
  if (days.some((day) => day < -1)) return null;
  const names = joined([
    ...days.filter((day) => day > 0).map(padded),
    ...(days.includes(-1) ? ['ngày cuối cùng'] : []),
  ]);
  const bracket = days.length === 1 ? ` (trước ngày ${padded((days[0] ?? 0) + 1)})` : ' (trước các ngày đã nêu)';
  return { words: `ngày ${names}${byMonth}${place === null ? link + cycle : ` ${cycle}`}`, bracket };
}

/** "ngày làm việc cuối cùng", "thứ Hai đầu tiên"; null for a rule without one. */
function sayNth(parts: RuleParts): string | null {
  const working = Number(parts.get('X-WORKDAY'));
  if (Number.isInteger(working) && working !== 0) return `ngày làm việc ${ordinal(working)}`;
  const day = /^(-?\d)([A-Z]{2})$/.exec(parts.get('BYDAY') ?? '');
  return day === null ? null : `${weekdayName(weekdayCodes.indexOf(day[2] ?? ''))} ${ordinal(Number(day[1]))}`;
}

const ordinal = (nth: number): string => (nth === 1 ? 'đầu tiên' : nth === -1 ? 'cuối cùng' : `thứ ${nth}`);

/** Which month of each quarter the four are; null for other months. */
function quarterPlace(months: readonly number[]): { name: string; isLast: boolean } | null {
  const [first = 0] = months;
  if (months.length !== 4 || months.some((month, at) => month !== first + 3 * at) || first > 3) return null;
  return { name: ['tháng đầu', 'tháng giữa', 'tháng cuối'][first - 1] ?? '', isLast: first === 3 };
}

/** "ngày làm việc cuối cùng của tháng 12 hằng năm" */
function sayMonthOfYear(parts: RuleParts, month: number): Said | null {
  const nth = sayNth(parts);
  return nth === null ? null : plain(`${nth} của tháng ${month} hằng năm`);
}

function sayYearly(parts: RuleParts): Said | null {
  const months = partNumbers(parts, 'BYMONTH');
  const days = partNumbers(parts, 'BYMONTHDAY');
  if (months.length === 0 || days.length === 0 || parts.has('BYDAY')) return null;
  const cycle = cycleName('năm', parts);
  const link = cycle.startsWith('hằng') ? ' ' : ', ';
  const place = quarterPlace(months);
  if (place !== null && days.length === 1) {
    const [day = 0] = days;
    if (day === -1) return place.isLast ? plain('ngày cuối cùng hằng quý') : null;
    return plain(`ngày ${padded(day)} ${place.name} hằng quý`);
  }
  const meant = yearDays(parts, { months, days });
  const words = `ngày ${joined(meant.map(({ month, day }) => (day === -1 ? `cuối cùng của tháng ${month}` : `${padded(day)}/${month}`)))}`;
  const [only] = meant;
  const bracket =
    meant.length === 1 && only !== undefined ? ` (trước ngày ${dayBehind(only)})` : ' (trước các ngày đã nêu)';
  return { words: `${words}${link}${cycle}`, bracket };
}

function yearDays(
  parts: RuleParts,
  { months, days }: { months: number[]; days: number[] },
): { month: number; day: number }[] {
  const all = months.flatMap((month) =>
    days.filter((day) => day <= daysInMonth(2028, month)).map((day) => ({ month, day })),
  );
  const places = partNumbers(parts, 'BYSETPOS');
  if (places.length === 0) return all;
  return places.flatMap((place) => all.at(place > 0 ? place - 1 : place) ?? []);
}

function dayBehind({ month, day }: { month: number; day: number }): string {
  if (day === -1) return `01/${(month % 12) + 1}`;
  const next = addDays(`2027-${padded(month)}-${padded(Math.min(day, daysInMonth(2027, month)))}`, 1);
  return `${next.slice(8)}/${Number(next.slice(5, 7))}`;
}

const lunarMonths = ['', 'Giêng', 'Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười', 'Mười Một', 'Chạp'];

function sayLunar(parts: RuleParts): Said | null {
  const days = partNumbers(parts, 'BYMONTHDAY');
  const [month] = partNumbers(parts, 'BYMONTH');
  if (days.length === 0) return null;
  const bracket = ' (trước ngày hôm sau)';
  if (month === undefined) return { words: `${joined(days.map(sayLunarDay))} âm lịch hằng tháng`, bracket };
  return { words: `${joined(days.map(sayLunarDay))} tháng ${lunarMonths[month]} âm lịch hằng năm`, bracket };
}

const sayLunarDay = (day: number): string =>
  day === -1 ? 'ngày cuối cùng' : day === 15 ? 'rằm' : day <= 10 ? `mùng ${day}` : `ngày ${day}`;

function sayUntil(parts: RuleParts): string {
  const until = /^(\d{4})(\d{2})(\d{2})/.exec(parts.get('UNTIL') ?? '');
  const count = parts.get('COUNT');
  if (count !== undefined) return `, ${count} lần`;
  return until === null ? '' : `, đến hết ngày ${sayShortDate(`${until[1]}-${until[2]}-${until[3]}`)}`;
}

const padded = (day: number): string => String(day).padStart(2, '0');

const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} và ${names.at(-1)}`;
