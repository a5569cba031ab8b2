/**
 * How a day was named. on: that very day · before: it is the last day in time, said as "trước ngày" the next (an hour: until then) ·
 * by: the last day in time, said as such ("chậm nhất", "đến hết", "trong tháng này").
 */
export type WhenBound = 'on' | 'before' | 'by';

/** Once. */
export type OnceWhen = {
  kind: 'once';
  /** ISO instant with its offset. */
  at: string;
  /** No hour was said: only the day of `at` counts (its time is 00:00), and the whole of that day is in time. */
  dayOnly: boolean;
  /** Absent: on. */
  bound?: WhenBound;
};

/** Again and again. */
export type RecurringWhen = {
  kind: 'recurring';
  /** RFC 5545 RRULE without DTSTART, with two parts of our own: see `reminders/recurrence.ts`. */
  rrule: string;
  /** The first occurrence, an ISO instant; at 00:00 where no time was said. */
  start: string;
  /** "08:30"; null: no hour was said. */
  time: string | null;
  bound?: WhenBound;
};

export type When = OnceWhen | RecurringWhen;

/** Understood to be about time, but of no use; `reason` is one plain Vietnamese sentence for the person who wrote it. */
export type RefusedWhen = { kind: 'refused'; reason: string };
