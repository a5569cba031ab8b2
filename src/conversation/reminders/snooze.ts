import type { Reply } from '../../domain/reply.ts';
import { addSeconds, instantAt, localDate, localTime } from '../../domain/vietnam-time.ts';
import type { RefusedWhen } from '../../domain/when.ts';
import { listReminders, snoozeReminder } from '../../store/reminders.ts';
import { sayDay } from '../../vietnamese/say-day.ts';
import { parseTimePhrase, type WorkingCalendar } from '../../vietnamese/time-phrase.ts';
import type { Turn } from '../feature.ts';
import { notHere, sayReply } from '../say-reply.ts';
import { type ReminderDesk, zone } from './reminder-desk.ts';

type Snoozed = {
  about: { id: number; subscriber: number };
  name: string;
  /** When to say it again, in the person's words; empty: not said yet. */
  words: string;
  /** The chat's usual hour, for a day without one; null: 8 o'clock. */
  time: string | null;
};

/** Most that one chat may have put off at a time. */
const mostSnoozed = 200;
const longestSeconds = 366 * 86_400;

/** One more message about the same occurrence; neither the duty nor its other reminders change. */
export async function snooze(turn: Turn, desk: ReminderDesk, { about, name, words, time }: Snoozed): Promise<Reply> {
  const { receivedAt } = turn.message;
  if (/^(?:sau)?$/i.test(words)) return offer(about.id, receivedAt);
  const until = readUntil(words, receivedAt, { calendar: desk.rulebook.calendar, time: time ?? '08:00' });
  if (until === null) return offer(about.id, receivedAt, 'Tôi chưa rõ nhắc lại lúc nào.');
  if (!(until instanceof Date)) return sayReply(until.reason);
  if (until <= receivedAt || until > addSeconds(receivedAt, longestSeconds))
    return offer(about.id, receivedAt, 'Lúc ấy đã qua hoặc xa quá một năm nên chưa hẹn.');
  const waiting = await listReminders(desk.database, { subscribers: [about.subscriber], statuses: ['planned'] });
  if (waiting.filter(({ step }) => step.startsWith('snooze-')).length >= mostSnoozed)
    return sayReply(`Ở đây đã hẹn nhắc lại ${mostSnoozed} lần, mức nhiều nhất; chưa hẹn thêm.`);
  const id = await snoozeReminder(desk.database, { ...about, until }, receivedAt);
  if (id === null) return notHere(`tin nhắc #${about.id}`);
  desk.wake();
  return sayReply([
    'Tôi nhắc lại lúc ',
    { bold: `${localTime(until)} ${sayDay(localDate(until))}` },
    `: ${name}. Các lần nhắc khác giữ nguyên.`,
  ]);
}

/** The instant that "2 tiếng", "chiều mai", "thứ Hai" mean; null for words that are no time. */
function readUntil(
  words: string,
  now: Date,
  { calendar, time }: { calendar: WorkingCalendar; time: string },
): Date | RefusedWhen | null {
  const context = { now: now.toISOString(), zone, calendar };
  const bare = words.replace(/^(?:sau|vào|vao|lúc|luc|cho|để|de|đến|den|tới)\s+/i, '');
  for (const phrase of [`${bare} nữa`, `${bare} nua`, bare]) {
    const when = parseTimePhrase(phrase, context);
    if (when === null || when.kind === 'recurring') continue;
    if (when.kind === 'once') return when.dayOnly ? instantAt(when.at.slice(0, 10), time) : new Date(when.at);
    if (phrase === bare) return when;
  }
  return null;
}

const noonHour = '12:00';

function offer(id: number, now: Date, reason = ''): Reply {
  const later = localTime(now) < noonHour ? 'chiều nay' : 'sáng mai';
  const times = ['1 tiếng nữa', later, ...(later === 'chiều nay' ? ['sáng mai'] : []), '3 ngày nữa'];
  return sayReply(
    `${reason} Nhắc lại lúc nào? Chọn, hoặc gõ ví dụ “nhắc lại 15 giờ thứ Hai #${id}”.`.trim(),
    times.map((words) => ({
      label: words.charAt(0).toUpperCase() + words.slice(1),
      message: `nhắc lại ${words} #${id}`,
    })),
  );
}
