/**
 * Days of the civil calendar as ISO strings "YYYY-MM-DD", which compare as text. No zone and no clock: a day is a day.
 * Functions that take a day throw RangeError for a string that is none.
 */
const MILLISECONDS_A_DAY = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists: "2026-02-30" is none. */
export function isDate(text: string): boolean {
  const match = shape.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match.map(Number);
  return month !== undefined && month >= 1 && month <= 12 && !!day && day <= daysInMonth(year ?? 0, month);
}

/** The day `days` later; earlier for a negative number. */
export function addDays(date: string, days: number): string {
  return fromEpochDay(epochDay(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return epochDay(to) - epochDay(from);
}

/** 1 = thứ Hai … 7 = Chủ nhật. */
export function weekday(date: string): number {
  return ((((epochDay(date) + 3) % 7) + 7) % 7) + 1;
}

/** Number of days of a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day as it is written, or the last of the month where the month is shorter. Months run on: 13 is January of the next year. */
export function dateOf(year: number, month: number, day: number): string {
  const realYear = year + Math.floor((month - 1) / 12);
  const realMonth = ((((month - 1) % 12) + 12) % 12) + 1;
  const realDay = Math.min(day, daysInMonth(realYear, realMonth));
  return `${pad(realYear, 4)}-${pad(realMonth, 2)}-${pad(realDay, 2)}`;
}

function epochDay(date: string): number {
  if (!isDate(date)) throw new RangeError(`not a day: ${date}`);
  return Math.round(Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_A_DAY);
}

function fromEpochDay(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
