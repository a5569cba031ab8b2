import type { PhraseText } from './time-phrase-pattern.ts';

/** What a phrase of time is read against. `calendar`: without one, phrases about working days are refused. */
export type TimeContext = {
  /** ISO instant with its offset. */
  now: string;
  /** "Asia/Ho_Chi_Minh". */
  zone: string;
  calendar?: WorkingCalendar;
};

export type WorkingCalendar = {
  isWorkingDay(date: string): boolean;
  /** The n-th working day after a day, before it for a negative n. */
  add(date: string, days: number): string;
};

/** The context as the parsers see it: the day and minute on the wall. */
export type Reading = TimeContext & { today: string; time: string; text: PhraseText };

export type StretchUnit = 'week' | 'month' | 'quarter' | 'year';
export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/**
 * A week, month, quarter or year. `by`: so many from the present one; `number`, `year`: as named ("quý IV/2026"). All null: the one at hand or,
 * where that is over, the next ("cuối tháng").
 */
export type Stretch = { unit: StretchUnit; by: number | null; number: number | null; year: number | null };

/** A piece of a phrase of time; what it means in the end depends on the pieces beside it. */
export type Piece =
  | { type: 'date'; date: string }
  /** "15/11": of the year at hand, or of every year. */
  | { type: 'yearday'; day: number; month: number; yearsOn: number | null }
  /** "ngày 15 và 30"; `quarterMonth`: of the first, second or last month of a quarter. `unitsOn`: months or quarters from the present one. */
  | { type: 'monthday'; days: number[]; unitsOn: number | null; quarterMonth: number | null }
  /** `weeksOn`: 0 this week, 1 the next; null: the nearest. `isComing`: not today. */
  | { type: 'weekday'; days: number[]; weeksOn: number | null; isComing: boolean }
  /** "thứ Hai đầu tiên", "ngày làm việc cuối cùng" (-1); `of` null: said elsewhere. */
  | { type: 'nth'; nth: number; weekday: number | 'working'; of: Stretch | null }
  | { type: 'part'; part: 'first' | 'middle' | 'last'; of: Stretch; isName: boolean }
  | { type: 'stretch'; of: Stretch; isName: boolean }
  /** `month` null: of every lunar month or the next one. -1: the last day. */
  | { type: 'lunar'; day: number; month: number | null; isLeap: boolean; year: number | null }
  | { type: 'cycle'; unit: CycleUnit; every: number; isName: boolean }
  | { type: 'clock'; hour: number; minute: number; part: DayPart | null; isExact: boolean }
  | { type: 'daypart'; part: DayPart }
  /** So many minutes from now. */
  | { type: 'minutes'; minutes: number }
  /** So many days from now, or from (before: negative) the day named right behind it; `isWithin`: until then at the latest. */
  | { type: 'count'; count: number; unit: CountUnit; base: 'now' | 'next'; isWithin: boolean }
  | { type: 'lead'; days: number[]; minutes: number[] }
  /** "(trước ngày 20)" behind the day it explains. */
  | { type: 'restated' }
  /** Words of time that add nothing: "âm lịch" behind "rằm hằng tháng". */
  | { type: 'aside' }
  | { type: 'refused'; reason: string }
  /** Words that look like time and are none. */
  | { type: 'other' };

export type CycleUnit = 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'year';
export type CountUnit = 'day' | 'workday' | 'week' | 'month' | 'year';

export type FoundPiece = { piece: Piece; start: number; end: number };

/** One way to say a piece. `read` gives null where the match is no time after all, and leaves its words to the parsers after it. */
export type PieceParser = {
  pattern: RegExp;
  read(match: RegExpExecArray, reading: Reading): Piece | Piece[] | null;
};

/** What was matched as a named group; '' when it took no part. */
export const group = (match: RegExpExecArray, name: string): string => match.groups?.[name] ?? '';

export const textBefore = (match: RegExpExecArray, reading: Reading): string =>
  reading.text.lower.slice(Math.max(0, match.index - 40), match.index);

export const textAfter = (match: RegExpExecArray, reading: Reading): string =>
  reading.text.lower.slice(match.index + match[0].length, match.index + match[0].length + 40);
