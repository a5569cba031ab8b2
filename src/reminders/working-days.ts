import { addDays, weekday } from '../domain/calendar-date.ts';

/** Days off on weekdays and days worked at weekends, by year; the shape of data/calendar.json. */
export type CalendarYears = Record<string, { off: string[]; worked: string[]; provisional?: boolean | undefined }>;

/** The working days of civil servants: Monday to Friday, but for the days the yearly announcements change. */
export type WorkingDays = {
  isWorkingDay(date: string): boolean;
  /** `date` itself when it is worked, else the nearest worked day before it: a deadline on a day off is reminded before it. */
  onOrBefore(date: string): string;
  onOrAfter(date: string): string;
  /** The n-th working day after `date`, which itself is not counted (Bộ luật Dân sự 2015, Điều 147); before it for a negative n. */
  add(date: string, days: number): string;
  /** False when the year is not in the calendar or not announced yet: weekends are known then, holidays are not. */
  isAnnounced(date: string): boolean;
};

const SATURDAY = 6;

/** Reads the calendar once; the functions then answer by look-up. */
export function workingDays(years: CalendarYears): WorkingDays {
  const off = new Set(Object.values(years).flatMap((year) => year.off));
  const worked = new Set(Object.values(years).flatMap((year) => year.worked));
  const isWorkingDay = (date: string) => worked.has(date) || (weekday(date) < SATURDAY && !off.has(date));
  const from = (date: string, step: 1 | -1) => {
    let day = date;
    while (!isWorkingDay(day)) day = addDays(day, step);
    return day;
  };
  return {
    isWorkingDay,
    onOrBefore: (date) => from(date, -1),
    onOrAfter: (date) => from(date, 1),
    add(date, days) {
      const step = days < 0 ? -1 : 1;
      let day = date;
      for (let left = Math.abs(days); left > 0; left--) day = from(addDays(day, step), step);
      return day;
    },
    isAnnounced(date) {
      const year = years[date.slice(0, 4)];
      return year !== undefined && year.provisional !== true;
    },
  };
}
