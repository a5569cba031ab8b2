import type { Directive } from '../../domain/directive.ts';
import type { Duty, Ladder, QuietHours } from '../../domain/reminder.ts';
import type { Block, Reply } from '../../domain/reply.ts';
import type { ChatKey } from '../../store/chats.ts';
import type { Database } from '../../store/database.ts';
import type { WorkingCalendar } from '../../vietnamese/time-phrase.ts';
import type { Turn } from '../feature.ts';

/** What reminders/ knows of duties and days, and the chat has to say. Handed in: a conversation may not know reminders/. */
export type ReminderRulebook = {
  calendar: WorkingCalendar;
  /** " (ngày nghỉ; ngày làm việc liền trước: …)"; "" for a working day. */
  sayDayOff(date: string): string;
  /** The due days of a duty within a span of days, both included, in order; `[]` for none. */
  occurrences(duty: DutyTimes, span: { from: string; to: string }): string[];
  /** What is owed on a due day, in one line. */
  nameOf(duty: Pick<Duty, 'what' | 'regime'>, occurrence: string): string;
  /** Which rule a duty of the reporting regime is computed by ("tính theo NĐ 09/2019"); "" for any other. */
  computedBy(duty: Pick<Duty, 'regime'>, occurrence: string): string;
  /** By when, who owes it to whom and where it says so, as a reminder shows it. */
  describe(subject: { duty: Duty; directive: Directive | null; occurrence: string }, now: Date): Block[];
  /** When the reminders of a due day will come, in order. A null ladder is the usual one. */
  remindedAt(
    due: { date: string; time: string | null; knownAt: Date },
    wishes: { ladder: Ladder | null; quiet: QuietHours },
  ): Date[];
};

export type DutyTimes = Pick<Duty, 'dueDate' | 'rule' | 'regime' | 'startsOn' | 'endsOn' | 'dueTime'>;

/** Other ways to see what a chat is reminded of. */
export type ReminderViews = {
  /** A picture of one month ("2026-11"). */
  monthPicture(request: {
    subscriber: number;
    month: string;
    today: string;
  }): Promise<{ png: Uint8Array; alt: string }>;
  /** An iCalendar file. */
  calendarFile(subscriber: number): Promise<Uint8Array>;
  /** A new private address that a calendar program can follow, in place of the one before; null where none can be had. */
  feedUrl(subscriber: number): Promise<string | null>;
};

/** What this feature works with. */
export type ReminderDesk = {
  database: Database;
  rulebook: ReminderRulebook;
  views: ReminderViews;
  /** Something changed: plan and send now, not within the minute. */
  wake(): void;
  /** Writes to another chat once, without a promise that it arrives. */
  tell(chat: ChatKey, reply: Reply): void;
};

/** One thing said about reminders: its reply, or null for what is not its to answer. */
export type ReminderStep = (turn: Turn, desk: ReminderDesk) => Promise<Reply | null>;

/** The clock that phrases of time mean. */
export const zone = 'Asia/Ho_Chi_Minh';
