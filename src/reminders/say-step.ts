import type { ReminderStatus } from '../domain/reminder.ts';

const named: Record<string, string> = {
  day: 'ngày đến hạn',
  due: 'đúng giờ',
  new: 'vừa ghi nhận',
  escalation: 'báo người phụ trách',
  'digest-daily': 'bản tổng hợp ngày',
  'digest-weekly': 'bản tổng hợp tuần',
};
const counted: [step: RegExp, say: (count: string) => string][] = [
  [/^before-(\d+)$/, (days) => `trước ${days} ngày`],
  [/^minutes-(\d+)$/, (minutes) => `trước ${minutes} phút`],
  [/^overdue-(\d+)$/, (days) => `quá hạn ${days} ngày`],
  [/^snooze-(.*)$/, () => 'nhắc lại sau'],
  [/^digest-missed(.*)$/, () => 'tin đã lỡ'],
];

/** A reminder's step as people say it: "before-7" → "trước 7 ngày"; an unknown one as it is. */
export function sayStep(step: string): string {
  for (const [shape, say] of counted) {
    const match = shape.exec(step);
    if (match !== null) return say(match[1] ?? '');
  }
  return named[step] ?? step;
}

/** How a reminder stands, as people say it. */
export const sayStatus: Record<ReminderStatus, string> = {
  planned: 'chờ gửi',
  claimed: 'đang gửi',
  sent: 'đã gửi',
  failed: 'không gửi được',
  unknown: 'không rõ đã đến chưa',
  cancelled: 'không gửi nữa',
  held_over: 'chuyển sang bản tổng hợp',
};
