import { weekday } from '../domain/calendar-date.ts';

/** "thứ Hai" for 1 … "Chủ nhật" for 7. */
export const weekdayName = (day: number): string =>
  ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'][day] ?? '';

/** "27/11/2026" */
export const sayShortDate = (date: string): string => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** "thứ Sáu, ngày 27/11/2026" */
export const sayDay = (date: string): string => `${weekdayName(weekday(date))}, ngày ${sayShortDate(date)}`;

/** "15 giờ", "8 giờ 30" for "15:00", "08:30". */
export function sayTime(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour)} giờ${minute === '00' ? '' : ` ${minute}`}`;
}
