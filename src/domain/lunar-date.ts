import { addDays, dateOf, daysBetween } from './calendar-date.ts';

/** A day of the Vietnamese lunar calendar (âm lịch); `isLeap` in a month tháng nhuận. The year is that of its Tết: Bính Ngọ is 2026. */
export type LunarDate = { year: number; month: number; day: number; isLeap: boolean };

/**
 * The lunar calendar at UTC+7 by Hồ Ngọc Đức's algorithm ("Thuật toán tính âm lịch", 2004; after Jean Meeus, Astronomical Algorithms): a month
 * begins on the day of the new moon, month 11 holds the winter solstice, and the first month without a major solar term is the leap month.
 * The Chinese calendar at UTC+8 differs by a day now and then (Tết 2030, 2053).
 */
const OFFSET_DAYS = 7 / 24;
const MEAN_MONTH = 29.530588853;
/** Julian day of 1/1/1900 at noon, the origin of new moons counted. */
const EPOCH = 2415021;
const ORIGIN = '1900-01-01';
const radian = Math.PI / 180;

/** The lunar date of a day; meant for the years 1900 to 2199. Throws RangeError for a string that is no day. */
export function toLunar(date: string): LunarDate {
  const day = julianDay(date);
  let count = Math.floor((day - 2415021.076998695) / MEAN_MONTH) + 1;
  while (newMoonDay(count) > day) count--;
  const start = newMoonDay(count);
  const year = Number(date.slice(0, 4));
  const own = month11(year);
  const first = own >= start ? month11(year - 1) : own;
  const next = own >= start ? own : month11(year + 1);
  const endYear = own >= start ? year : year + 1;
  const months = Math.floor((start - first) / 29);
  const { month, isLeap } = monthWithin(first, next, months);
  // Months 11 and 12 that follow the solstice belong to the year before.
  return { year: month >= 11 && months < 4 ? endYear - 1 : endYear, month, day: day - start + 1, isLeap };
}

/** The day of a lunar date; null when there is none: day 30 of a month of 29, a leap month that the year has not. */
export function fromLunar({ year, month, day, isLeap }: LunarDate): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 30) return null;
  const first = month11(month < 11 ? year - 1 : year);
  const next = month11(month < 11 ? year : year + 1);
  const offset = monthOffset({ first, next, month, isLeap });
  if (offset === null) return null;
  const count = Math.floor(0.5 + (first - 2415021.076998695) / MEAN_MONTH) + offset;
  const start = newMoonDay(count);
  const date = addDays(ORIGIN, start - EPOCH + day - 1);
  return day < 30 || newMoonDay(count + 1) - start === 30 ? date : null;
}

/** The last day (29 or 30) of a lunar month; null when the year has no such leap month. */
export function lastOfLunarMonth(month: Omit<LunarDate, 'day'>): string | null {
  return fromLunar({ ...month, day: 30 }) ?? fromLunar({ ...month, day: 29 });
}

/** Which month the one is that begins `months` new moons after month 11. */
function monthWithin(first: number, next: number, months: number): { month: number; isLeap: boolean } {
  const leap = next - first > 365 ? leapOffset(first) : null;
  const passed = leap !== null && months >= leap ? months - 1 : months;
  return { month: ((passed + 10) % 12) + 1, isLeap: months === leap };
}

function monthOffset({
  first,
  next,
  month,
  isLeap,
}: {
  first: number;
  next: number;
  month: number;
  isLeap: boolean;
}): number | null {
  const plain = month >= 11 ? month - 11 : month + 1;
  if (next - first <= 365) return isLeap ? null : plain;
  const leap = leapOffset(first);
  if (isLeap) return plain + 1 === leap ? leap : null;
  return plain >= leap ? plain + 1 : plain;
}

/** The first day (Julian) of the lunar month with the winter solstice of a year. */
function month11(year: number): number {
  const day = julianDay(dateOf(year, 12, 31));
  const count = Math.floor((day - EPOCH) / MEAN_MONTH);
  const start = newMoonDay(count);
  return solarTerm(start) >= 9 ? newMoonDay(count - 1) : start;
}

/** How many months after month 11 the leap month begins: the first in which the sun enters no new twelfth of its way. */
function leapOffset(first: number): number {
  const count = Math.floor(0.5 + (first - 2415021.076998695) / MEAN_MONTH);
  let last = solarTerm(newMoonDay(count + 1));
  for (let at = 2; at < 14; at++) {
    const term = solarTerm(newMoonDay(count + at));
    if (term === last) return at - 1;
    last = term;
  }
  return 13;
}

/** The Julian day on which, in Vietnam, the k-th new moon after 1/1/1900 falls. */
function newMoonDay(count: number): number {
  const century = count / 1236.85;
  const [square, cube] = [century * century, century * century * century];
  const mean =
    2415020.75933 +
    29.53058868 * count +
    0.0001178 * square -
    0.000000155 * cube +
    0.00033 * Math.sin((166.56 + 132.87 * century - 0.009173 * square) * radian);
  const sun = (359.2242 + 29.10535608 * count - 0.0000333 * square - 0.00000347 * cube) * radian;
  const moon = (306.0253 + 385.81691806 * count + 0.0107306 * square + 0.00001236 * cube) * radian;
  const node = (21.2964 + 390.67050646 * count - 0.0016528 * square - 0.00000239 * cube) * radian;
  const correction =
    (0.1734 - 0.000393 * century) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(2 * moon + sun);
  return Math.floor(mean + correction - deltaT(century, square, cube) + 0.5 + OFFSET_DAYS);
}

/** Dynamical time less universal time, in days. */
function deltaT(century: number, square: number, cube: number): number {
  if (century < -11)
    return 0.001 + 0.000839 * century + 0.0002261 * square - 0.00000845 * cube - 0.000000081 * century * cube;
  return -0.000278 + 0.000265 * century + 0.000262 * square;
}

/** Which twelfth of its way (0 from the spring equinox) the sun is in when a day begins in Vietnam. */
function solarTerm(day: number): number {
  const century = (day - 0.5 - OFFSET_DAYS - 2451545) / 36525;
  const square = century * century;
  const anomaly = (357.5291 + 35999.0503 * century - 0.0001559 * square - 0.00000048 * century * square) * radian;
  const mean = 280.46645 + 36000.76983 * century + 0.0003032 * square;
  const centre =
    (1.9146 - 0.004817 * century - 0.000014 * square) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * century) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  const longitude = mean + centre;
  return Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30);
}

const julianDay = (date: string): number => EPOCH + daysBetween(ORIGIN, date);
