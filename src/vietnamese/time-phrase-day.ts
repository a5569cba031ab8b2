import { addDays, dateOf, daysBetween, daysInMonth, weekday } from '../domain/calendar-date.ts';
import { fromLunar, lastOfLunarMonth, toLunar } from '../domain/lunar-date.ts';
import { isoDate } from './date.ts';
import { sayDay } from './say-day.ts';
import type { Refusal } from './time-phrase-hour.ts';
import type { Piece, Reading, Stretch } from './time-phrase-piece.ts';
import { refusals } from './time-phrase-refusals.ts';
import { type StretchDays, sayStretch, stretchDays } from './time-phrase-stretch-days.ts';

/** What a day is looked for in: `earliest` it may be, and the stretches named beside it. */
export type DayScope = { reading: Reading; earliest: string; stretches: readonly Stretch[] };

type PieceOf<Type extends Piece['type']> = Extract<Piece, { type: Type }>;

/** A day that has passed by no more than this is taken for a slip, not for next year's. */
const slipDays = 30;

/** The day a piece means, the nearest that serves where it names no year, month or week; a refusal where there is none. */
export function dayOf(piece: Piece, scope: DayScope): string | Refusal {
  switch (piece.type) {
    case 'date':
      return piece.date;
    case 'yearday':
      return yearday(piece, scope);
    case 'monthday':
      return monthday(piece, scope);
    case 'weekday':
      return weekdayDate(piece, scope);
    case 'nth':
      return nthDay(piece, scope);
    case 'part':
      return partDay(piece, scope);
    case 'lunar':
      return lunarDay(piece, scope);
    default:
      return refuse(refusals.noTime);
  }
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

function yearday({ day, month }: PieceOf<'yearday'>, { reading, earliest, stretches }: DayScope): string | Refusal {
  const named = stretches.find(({ unit }) => unit === 'year');
  const today = reading.today;
  if (named !== undefined) {
    const year = yearOf(stretchDays(named, today, () => false).first);
    return isoDate(year, month, day) ?? refuse(refusals.noSuchDay(`${day}/${month}/${year}`));
  }
  const own = isoDate(yearOf(today), month, day);
  if (own !== null && own >= earliest) return own;
  const passed = own === null ? slipDays + 1 : daysBetween(own, today);
  if (own !== null && passed >= 0 && passed <= slipDays)
    return refuse(refusals.pastThisYear(sayDay(own), yearOf(today)));
  // 29/2 waits for its leap year.
  for (let year = yearOf(today) + 1; year <= yearOf(today) + 8; year++) {
    const date = isoDate(year, month, day);
    if (date !== null) return date;
  }
  return refuse(refusals.noSuchDay(`${day}/${month}`));
}

function monthday(piece: PieceOf<'monthday'>, { reading, earliest, stretches }: DayScope): string | Refusal {
  const [day = 1, other] = piece.days;
  if (other !== undefined) return refuse(refusals.manyDays);
  const today = reading.today;
  const serves = (first: string): string | null => isoDate(yearOf(first), Number(first.slice(5, 7)), day);
  if (piece.quarterMonth !== null) {
    const of: Stretch = { unit: 'quarter', by: piece.unitsOn, number: null, year: null };
    const inQuarter = ({ first }: StretchDays): string =>
      dateOf(yearOf(first), Number(first.slice(5, 7)) + (piece.quarterMonth ?? 1) - 1, day);
    return inQuarter(stretchDays(of, today, (days) => inQuarter(days) < earliest));
  }
  const named = stretches.find(({ unit }) => unit === 'month');
  const of: Stretch | undefined =
    piece.unitsOn === null ? named : { unit: 'month', by: piece.unitsOn, number: null, year: null };
  if (of !== undefined) {
    const days = stretchDays(of, today, ({ last }) => last < earliest);
    return (
      serves(days.first) ?? refuse(refusals.noSuchDay(`${day}/${Number(days.first.slice(5, 7))}/${yearOf(days.first)}`))
    );
  }
  for (let later = 0; later <= 12; later++) {
    const date = serves(dateOf(yearOf(today), Number(today.slice(5, 7)) + later, 1));
    if (date !== null && date >= earliest) return date;
  }
  return refuse(refusals.noSuchDay(String(day)));
}

function weekdayDate(piece: PieceOf<'weekday'>, { reading, earliest, stretches }: DayScope): string | Refusal {
  const [day = 1, other] = piece.days;
  if (other !== undefined) return refuse(refusals.manyDays);
  const week = stretches.find(({ unit }) => unit === 'week');
  const of: Stretch | undefined =
    piece.weeksOn === null ? week : { unit: 'week', by: piece.weeksOn, number: null, year: null };
  const inWeek = ({ first }: StretchDays): string => addDays(first, day - 1);
  if (of !== undefined) return inWeek(stretchDays(of, reading.today, (days) => inWeek(days) < earliest));
  const wide = stretches[0];
  if (wide !== undefined)
    return refuse(
      refusals.whichDay(
        sayStretch(
          wide,
          stretchDays(wide, reading.today, () => false),
        ),
      ),
    );
  const from = piece.isComing ? addDays(reading.today, 1) : earliest;
  return addDays(from, (day - weekday(from) + 7) % 7);
}

function nthDay(piece: PieceOf<'nth'>, { reading, earliest, stretches }: DayScope): string | Refusal {
  const of = piece.of ?? stretches[0];
  if (of === undefined) return refuse(refusals.whichDay('tháng nào'));
  if (piece.weekday === 'working' && reading.calendar === undefined) return refuse(refusals.noCalendar);
  const within = (days: StretchDays): string | null => nthWithin(piece, days, reading);
  const days = stretchDays(of, reading.today, (present) => (within(present) ?? '') < earliest);
  return within(days) ?? refuse(refusals.never);
}

function nthWithin(
  { nth, weekday: named }: PieceOf<'nth'>,
  { first, last }: StretchDays,
  reading: Reading,
): string | null {
  const date =
    named === 'working'
      ? nth > 0
        ? reading.calendar?.add(addDays(first, -1), nth)
        : reading.calendar?.add(addDays(last, 1), nth)
      : nth > 0
        ? addDays(first, ((named - weekday(first) + 7) % 7) + 7 * (nth - 1))
        : addDays(last, -((weekday(last) - named + 7) % 7));
  return date === undefined || date < first || date > last ? null : date;
}

/** Bộ luật Dân sự 2015, Điều 146: đầu, giữa, cuối tháng are day 1, 15 and the last; of a year 1/1, 30/6 and 31/12. Weeks by common use. */
function partDay({ part, of }: PieceOf<'part'>, { reading, earliest }: DayScope): string | Refusal {
  if (of.unit === 'quarter' && part === 'middle') return refuse(refusals.whichDay('quý'));
  const within = ({ first, last }: StretchDays): string => {
    if (part === 'first') return first;
    if (part === 'last') return of.unit === 'week' ? addDays(first, 5) : last;
    return of.unit === 'week' ? addDays(first, 2) : of.unit === 'month' ? addDays(first, 14) : `${yearOf(first)}-06-30`;
  };
  return within(stretchDays(of, reading.today, (days) => within(days) < earliest));
}

function lunarDay(
  { day, month, isLeap, year }: PieceOf<'lunar'>,
  { reading, earliest, stretches }: DayScope,
): string | Refusal {
  const now = toLunar(reading.today);
  if (month === null) return nextLunarDay(day, earliest);
  const named = stretches.find(({ unit }) => unit === 'year');
  const of = year ?? (named === undefined ? null : yearOf(stretchDays(named, reading.today, () => false).first));
  const inYear = (lunarYear: number): string | null => lunarDate({ day, month, isLeap, year: lunarYear });
  if (of !== null) return inYear(of) ?? refuse(refusals.noLunarDay(`${day}/${month}${isLeap ? ' nhuận' : ''}/${of}`));
  for (let lunarYear = now.year - 1; lunarYear <= now.year + (isLeap ? 40 : 3); lunarYear++) {
    const date = inYear(lunarYear);
    if (date !== null && date >= earliest) return date;
  }
  return refuse(refusals.noLunarDay(`${day}/${month}${isLeap ? ' nhuận' : ''}`));
}

function lunarDate(on: { day: number; month: number; isLeap: boolean; year: number }): string | null {
  return on.day === -1 ? lastOfLunarMonth(on) : fromLunar(on);
}

/** "rằm", "mùng 1 âm lịch": the next of any lunar month. */
function nextLunarDay(day: number, earliest: string): string | Refusal {
  for (let later = 0; later <= 60; later++) {
    const date = addDays(earliest, later);
    if (toLunar(date).day === day) return date;
  }
  return refuse(refusals.noLunarDay(String(day)));
}

/** The day `count` units after (before, for a negative count) another (Bộ luật Dân sự 2015, Điều 147 and 148: that day is not counted). */
export function countedDay({ count, unit }: PieceOf<'count'>, from: string, reading: Reading): string | Refusal {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  if (unit === 'day') return addDays(from, count);
  if (unit === 'week') return addDays(from, 7 * count);
  if (unit === 'month') return dateOf(year, month + count, day);
  if (unit === 'year') return dateOf(year + count, month, Math.min(day, daysInMonth(year + count, month)));
  return reading.calendar === undefined ? refuse(refusals.noCalendar) : reading.calendar.add(from, count);
}

const refuse = (reason: string): Refusal => ({ kind: 'refused', reason });
