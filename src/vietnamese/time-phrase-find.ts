import { clockParsers, daypartParsers, officeHourParsers } from './time-phrase-clock.ts';
import { countParsers } from './time-phrase-count.ts';
import { cycleParsers } from './time-phrase-cycle.ts';
import { dateParsers, dateRangeParsers, monthdayParsers, monthListParsers } from './time-phrase-date.ts';
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
  ...dateRangeParsers,
  ...monthListParsers,
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

/** The pieces of time a message is made of, and what only looks like one ("other"), in order, with their words; empty where there are none. */
export function findPieces(reading: Reading): FoundPiece[] {
  const found: FoundPiece[] = [];
  for (const parser of parsers) {
    const isCut = readWith(parser, { reading, lower: reading.text.lower, found });
    // What ran into words already read may still be there without them: "thứ Hai, 2 tuần một lần".
    if (isCut) readWith(parser, { reading, lower: withoutRead(reading.text.lower, found), found });
  }
  return found.sort((left, right) => left.start - right.start);
}

/** Adds what a parser reads; true where some match ran into words already read. */
function readWith(
  { pattern, read }: PieceParser,
  { reading, lower, found }: { reading: Reading; lower: string; found: FoundPiece[] },
): boolean {
  let isCut = false;
  for (const match of lower.matchAll(pattern)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (found.some((other) => other.start < span.end && span.start < other.end)) {
      isCut = true;
      continue;
    }
    const pieces = read(match, reading);
    if (pieces === null) continue;
    for (const piece of Array.isArray(pieces) ? pieces : [pieces]) found.push({ piece, ...span });
  }
  return isCut;
}

const withoutRead = (lower: string, found: readonly FoundPiece[]): string =>
  found.reduce((text, { start, end }) => text.slice(0, start) + '\u0001'.repeat(end - start) + text.slice(end), lower);
