import type { Ladder } from '../../domain/reminder.ts';
import { sayTime } from '../../vietnamese/say-day.ts';

/**
 * The ladder with other days before the due day, and another hour where one is given. The due day itself stays: it is not "before", and a reminder
 * too many harms less than one too few.
 */
export function changedLadder(base: Ladder, { before, time }: { before: number[]; time: string | null }): Ladder {
  return { ...base, before: [...new Set([...before, 0])], time: time ?? base.time };
}

/** "trước 7, 3 và 1 ngày, trong ngày đến hạn, lúc 8 giờ; quá hạn nhắc hằng ngày, tối đa 7 ngày" */
export function sayLadder({ before, time, overdueDays }: Ladder): string {
  const days = before.filter((day) => day > 0).sort((a, b) => b - a);
  const parts = [
    ...(days.length === 0 ? [] : [`trước ${days.join(', ')} ngày`]),
    ...(before.includes(0) ? ['trong ngày đến hạn'] : []),
  ];
  const overdue = overdueDays === 0 ? '' : `; quá hạn nhắc hằng ngày, tối đa ${overdueDays} ngày`;
  return `${parts.join(' và ')}, lúc ${sayTime(time)}${overdue}`;
}
