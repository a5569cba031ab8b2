import { addDays, daysBetween, weekday } from '../domain/calendar-date.ts';
import { localDate, localTime } from '../domain/vietnam-time.ts';
import { sayShortDate, weekdayName } from '../vietnamese/say-day.ts';
import type { WorkingDays } from './working-days.ts';

/** "thứ Tư, 25/11/2026" */
export function sayDay(date: string): string {
  return `${weekdayName(weekday(date))}, ${sayShortDate(date)}`;
}

/** "08:00 thứ Tư, 25/11/2026" */
export function sayInstant(instant: Date): string {
  return `${localTime(instant)} ${sayDay(localDate(instant))}`;
}

/** "trước 17:00 thứ Tư, 25/11/2026", or "hết thứ Tư, 25/11/2026" without an hour. */
export function sayDue(date: string, time: string | null): string {
  return time === null ? `hết ${sayDay(date)}` : `trước ${time} ${sayDay(date)}`;
}

/** "còn 3 ngày", "ngày mai", "hôm nay", "đã quá hạn 2 ngày". */
export function sayDaysLeft(today: string, due: string): string {
  const days = daysBetween(today, due);
  if (days < 0) return `đã quá hạn ${-days} ngày`;
  return days === 0 ? 'hôm nay' : days === 1 ? 'ngày mai' : `còn ${days} ngày`;
}

/** What to add for a due day that is a day off, with the working day before it; "" for a working day. */
export function sayDayOff(date: string, calendar: WorkingDays): string {
  if (calendar.isWorkingDay(date)) return '';
  const doubt = calendar.isAnnounced(date) ? '' : ', theo lịch nghỉ dự kiến';
  return ` (ngày nghỉ${doubt}; ngày làm việc liền trước: ${sayDay(calendar.onOrBefore(addDays(date, -1)))})`;
}

/** A wording with its ISO dates as people write them: "trước 2025-12-16 17:00" → "trước 17:00 ngày 16/12/2025". */
export function sayWording(text: string): string {
  return text.replace(/(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?/g, (_, date: string, time: string | undefined) =>
    time === undefined ? sayShortDate(date) : `${time} ngày ${sayShortDate(date)}`,
  );
}
