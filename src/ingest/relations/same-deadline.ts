import { addDays } from '../../domain/calendar-date.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { findDates } from '../../vietnamese/date.ts';
import { contentWords } from './same-target.ts';

type Rows = { deadlines: readonly Deadline[]; text: string };

const enough = 0.7;
const enoughWithOldDate = 0.4;

/** Of the older deadlines those that a document sets anew: the same thing by another day. */
export function replacedDeadlines({ deadlines, text }: Rows, older: readonly Deadline[]): Deadline[] {
  return older.filter((old) =>
    deadlines.some((next) => {
      if (next.kind !== old.kind || next.due === old.due) return false;
      const shared = sharedWords(`${next.what} ${next.who}`, `${old.what} ${old.who}`);
      return (
        shared >= enough ||
        (shared >= enoughWithOldDate &&
          saysDate(text.slice(Math.max(0, next.start - 120), next.end + 120), old.dueDate))
      );
    }),
  );
}

/** 0..1: share of the words of the shorter that the other has. */
function sharedWords(left: string, right: string): number {
  const [a, b] = [contentWords(left), contentWords(right)];
  const shorter = Math.min(a.size, b.size);
  return shorter < 2 ? 0 : [...a].filter((word) => b.has(word)).length / shorter;
}

/** The day as documents write it: 30/6/2026, 30 tháng 6 năm 2026; "trước ngày" names the day after. */
function saysDate(words: string, iso: string | null): boolean {
  if (iso === null) return false;
  return findDates(words, { year: Number(iso.slice(0, 4)) }).some(
    ({ date }) => date === iso || date === addDays(iso, 1),
  );
}
