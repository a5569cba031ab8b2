import { clockParsers, daypartParsers, officeHourParsers } from './time-phrase-clock.ts';
import { countParsers } from './time-phrase-count.ts';
import { cycleParsers } from './time-phrase-cycle.ts';
import { dateParsers, monthdayParsers } from './time-phrase-date.ts';
import { leadParsers } from './time-phrase-lead.ts';
import { lunarParsers } from './time-phrase-lunar.ts';
import { otherParsers, vagueParsers } from './time-phrase-other.ts';
import type { FoundPiece, PieceParser, Reading } from './time-phrase-piece.ts';
import { relativeParsers } from './time-phrase-relative.ts';
import { dayOfUnitParsers, partParsers, stretchParsers } from './time-phrase-stretch.ts';
import { nthParsers, weekdayParsers } from './time-phrase-weekday.ts';

/** In this order; words that one parser has read are never read again by a later one. */
const parsers: readonly PieceParser[] = [
  ...otherParsers,
  ...vagueParsers,
  ...leadParsers,
  ...countParsers,
  ...lunarParsers,
  ...dateParsers,
  ...nthParsers,
  ...monthdayParsers,
  ...dayOfUnitParsers,
  ...cycleParsers,
  ...weekdayParsers,
  ...partParsers,
  ...stretchParsers,
  ...officeHourParsers,
  ...clockParsers,
  ...relativeParsers,
  ...daypartParsers,
];

/** The pieces of time a message is made of, in order, with their words; empty where it speaks of none. */
export function findPieces(reading: Reading): FoundPiece[] {
  const taken: { start: number; end: number }[] = [];
  const found: FoundPiece[] = [];
  for (const { pattern, read } of parsers) {
    for (const match of reading.text.lower.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (taken.some((other) => other.start < span.end && span.start < other.end)) continue;
      const pieces = read(match, reading);
      if (pieces === null) continue;
      taken.push(span);
      for (const piece of Array.isArray(pieces) ? pieces : [pieces]) {
        if (piece.type !== 'other') found.push({ piece, ...span });
      }
    }
  }
  return found.sort((left, right) => left.start - right.start);
}
