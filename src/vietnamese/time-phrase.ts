import type { RefusedWhen, When } from '../domain/when.ts';
import { wallTime } from '../domain/zoned-time.ts';
import { type BoundPiece, bindPieces } from './time-phrase-bind.ts';
import { isTooFar, lastYear } from './time-phrase-far.ts';
import { settleOnce } from './time-phrase-once.ts';
import { type PhraseText, phraseText } from './time-phrase-pattern.ts';
import type { Reading, Stretch, TimeContext } from './time-phrase-piece.ts';
import { openCycle, settleRecurring } from './time-phrase-recurring.ts';
import { refusals } from './time-phrase-refusals.ts';

export type { TimeContext, WorkingCalendar } from './time-phrase-piece.ts';

/** Days and minutes before, largest first; empty where none were said. */
export type Lead = { days: number[]; minutes: number[] };

/** All that a message says about time. `spans`: its words, in order; `when` null: it only speaks of leads. */
export type TimeFound = { when: When | RefusedWhen | null; lead: Lead; spans: { start: number; end: number }[] };

/** Longer messages are no phrases of time. */
export const longestPhrase = 1000;

/**
 * The moment or recurrence a person's words mean: "15h thứ sáu tuần sau", "trước ngày 20 hằng tháng", "2 tiếng nữa", with or without diacritics.
 * Null for words without any time; a refusal where they are about time but of no use (past, 30/2, contradictory).
 */
export function parseTimePhrase(text: string, context: TimeContext): When | RefusedWhen | null {
  return findTime(text, context)?.when ?? null;
}

/** As `parseTimePhrase`, with leads and the words' places in the cleaned text (`phraseText(text).shown`); null when there is nothing. */
export function findTime(text: string, context: TimeContext): TimeFound | null {
  const cleaned = phraseText(text);
  if (cleaned.shown.length > longestPhrase) return null;
  const { date: today, time } = wallTime(context.now, context.zone);
  const reading: Reading = { ...context, today, time, text: cleaned };
  const pieces = bindPieces(reading);
  const used = withoutNames(
    pieces.filter(({ piece }) => piece.type !== 'other'),
    reading,
  );
  if (used.length === 0) return null;
  const spans = used.map(({ start, end }) => ({ start, end }));
  const when = settle(used, reading);
  const unread = when === null || when.kind === 'refused' ? null : unreadDate(cleaned, pieces);
  return {
    when: unread === null ? when : { kind: 'refused', reason: refusals.unread(unread) },
    lead: leadOf(used),
    spans,
  };
}

function settle(pieces: readonly BoundPiece[], reading: Reading): When | RefusedWhen | null {
  const refused = pieces.find(({ piece }) => piece.type === 'refused')?.piece;
  if (refused?.type === 'refused') return { kind: 'refused', reason: refused.reason };
  if (pieces.some(({ piece }) => isTooFar(piece, reading)))
    return { kind: 'refused', reason: refusals.tooFar(lastYear(reading)) };
  const isRestated = pieces.some(({ piece }) => piece.type === 'restated');
  const isRecurring = openCycle(pieces) !== null || pieces.some(({ piece }) => piece.type === 'cycle');
  const when = isRecurring ? settleRecurring(pieces, reading) : settleOnce(pieces, reading);
  if (when === null || when.kind === 'refused' || !isRestated || when.bound !== 'on') return when;
  return { ...when, bound: 'before' };
}

const dateLike =
  /(?:ngày|hôm|ngay|hom) \d{1,2}(?!\d)|(?<![\d/.,-])\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?(?![\d/-]|\p{L})|\d{1,2}(?:h|:)\d{2}(?!\d)/gu;

/** A date or hour that no parser has read beside one that was: to take the one and drop the other would be to guess. */
function unreadDate({ lower, shown }: PhraseText, pieces: readonly BoundPiece[]): string | null {
  for (const match of lower.matchAll(dateLike)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const [day = 0, month = 0] = (match[0].match(/\d+/g) ?? []).map(Number);
    const isShare =
      !/^0|\/0/.test(match[0]) && match[0].includes('/') && (month > 12 || day > 31 || (day < month && month <= 10));
    if (!isShare && !pieces.some((piece) => piece.start < end && start < piece.end)) return shown.slice(start, end);
  }
  return null;
}

/** Leaves out months, quarters, years and kinds that only name a report ("báo cáo tháng 11"), and lone parts of the day. */
function withoutNames(pieces: readonly BoundPiece[], reading: Reading): BoundPiece[] {
  const isDay = ({ piece }: BoundPiece): boolean =>
    ['date', 'yearday', 'monthday', 'weekday', 'nth', 'lunar', 'count', 'minutes'].includes(piece.type) ||
    (piece.type === 'part' && !piece.isName);
  const hasDay = pieces.some(isDay);
  const hasDated = pieces.some(({ piece }) => piece.type === 'date' || piece.type === 'yearday');
  const hasMore = pieces.some((bound) => isDay(bound) || bound.piece.type === 'clock' || bound.piece.type === 'cycle');
  const kept = pieces.filter(({ piece, isLed }) => {
    if (piece.type === 'stretch') return !piece.isName && isMeant(piece.of, { isLed, hasMore, reading });
    if (piece.type === 'part') return !piece.isName || !hasDay;
    if (piece.type === 'cycle' && piece.isName && piece.unit !== 'year') return !hasDated;
    return true;
  });
  const isAlone = kept.every(({ piece }) => ['daypart', 'restated', 'aside'].includes(piece.type));
  return isAlone ? [] : kept;
}

/** "năm 2027" alone may be when, "năm 2025" and "quý này" alone only say what; "tuần trước" is when only where nothing else is. */
function isMeant(
  of: Stretch,
  { isLed, hasMore, reading }: { isLed: boolean; hasMore: boolean; reading: Reading },
): boolean {
  if (of.by !== null && of.by < 0) return !hasMore;
  if (isLed || hasMore) return true;
  if (of.by !== null) return of.by > 0;
  return of.year === null ? of.number !== null : of.year > Number(reading.today.slice(0, 4));
}

function leadOf(pieces: readonly BoundPiece[]): Lead {
  const of = (kind: 'days' | 'minutes'): number[] =>
    [...new Set(pieces.flatMap(({ piece }) => (piece.type === 'lead' ? piece[kind] : [])))].sort((a, b) => b - a);
  return { days: of('days'), minutes: of('minutes') };
}
