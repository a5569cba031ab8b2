import { weekday } from '../domain/calendar-date.ts';

/** "thứ Hai" for 1 … "Chủ nhật" for 7. */
export const weekdayName = (day: number): string =>
  ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'][day] ?? '';

/** "27/11/2026" */
export const sayShortDate = (date: string): string => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** "thứ Sáu, ngày 27/11/2026" */
export const sayDay = (date: string): string => `${weekdayName(weekday(date))}, ngày ${sayShortDate(date)}`;

/** "15 giờ", "8 giờ 30". */
export const sayHour = (hour: number, minute: number): string =>
  `${hour} giờ${minute === 0 ? '' : ` ${String(minute).padStart(2, '0')}`}`;

/** "15 giờ", "8 giờ 30", "3 giờ sáng" for "15:00", "08:30", "03:00": an hour that may be taken for the afternoon's says that it is not. */
export function sayTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${sayHour(hour, minute)}${hour >= 1 && hour <= 5 ? ' sáng' : ''}`;
}
