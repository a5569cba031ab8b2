import { type RichText, type Stretch, sliceRich } from './rich-text.ts';

/** How good a place is for a cut, worst to best: between a number and its unit or the other end of its range, … 0 is no place at all. */
const AFTER_NUMBER = 1;
const BEFORE_NUMBER = 2;
const BLANK = 3;
const SENTENCE = 4;
const LINE = 5;
const BLOCK = 6;
/** How far a character as a reader sees it may reach beyond a message; longer ones exist only to make trouble. */
const LONGEST_CHARACTER = 64;

/** Each kind of place with the share of a message that must be filled for it, best kind first. */
const preferences: [place: number, fill: number][] = [
  [BLOCK, 0.5],
  [LINE, 0.3],
  [SENTENCE, 0.2],
  [BLANK, 0],
  [BEFORE_NUMBER, 0],
  [AFTER_NUMBER, 0],
];

const digit = /\d/;
const partOfNumber = /[\d.,:/%+\-–−≥≤<>~]/;
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * The text in messages of at most `limit` UTF-16 units, each with its own tags whole. Cuts fall between blocks, lines, sentences or words,
 * never in a number, and in a table row or a citation only when it is longer than a message itself. Nothing but blanks at the cuts is lost;
 * a text of blanks gives no message.
 */
export function splitMessage(rich: RichText, limit: number): RichText[] {
  const messages: RichText[] = [];
  const places = markPlaces(rich.text);
  const isInsideAtom = markInside(rich.atoms, rich.text.length);
  let start = skipLineBreaks(rich.text, 0);
  while (start < rich.text.length) {
    const window = { start, end: start + limit };
    const cut =
      window.end >= rich.text.length ? rich.text.length : findCut(rich.text, window, { places, isInsideAtom });
    const end = start + rich.text.slice(start, cut).trimEnd().length;
    if (rich.text.slice(start, end).trim() !== '') messages.push(sliceRich(rich, start, end));
    start = skipLineBreaks(rich.text, cut);
  }
  return messages;
}

function findCut(text: string, window: Stretch, map: { places: Uint8Array; isInsideAtom: Uint8Array }): number {
  for (const mayCutAtoms of [false, true]) {
    for (const [place, fill] of preferences) {
      const least = window.start + Math.floor(fill * (window.end - window.start));
      for (let at = window.end; at > least; at -= 1) {
        const isFree = mayCutAtoms || map.isInsideAtom[at] === 0;
        if (isFree && (map.places[at] ?? 0) >= place) return at;
      }
    }
  }
  return findCutInWord(text, window);
}

/** For a word longer than a message: between two characters as a reader sees them, outside a number if there is such a place. */
function findCutInWord(text: string, window: Stretch): number {
  const boundaries = [...graphemes.segment(text.slice(window.start, window.end + LONGEST_CHARACTER))].map(
    ({ index }) => window.start + index,
  );
  const outsideNumber = boundaries.findLast((at) => at > window.start && at <= window.end && !splitsNumber(text, at));
  const anywhere = boundaries.findLast((at) => at > window.start && at <= window.end);
  const betweenSurrogates = /[\ud800-\udbff]/.test(text.charAt(window.end - 1)) ? window.end - 1 : window.end;
  return outsideNumber ?? anywhere ?? betweenSurrogates;
}

function splitsNumber(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  return partOfNumber.test(before) && partOfNumber.test(after) && (digit.test(before) || digit.test(after));
}

function markPlaces(text: string): Uint8Array {
  const places = new Uint8Array(text.length + 1);
  for (let at = 1; at < text.length; at += 1) places[at] = placeAt(text, at);
  return places;
}

/** A cut at `at` leaves the line break or the blank before it behind. */
function placeAt(text: string, at: number): number {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  if (before === '\n') return after === '\n' ? 0 : text.charAt(at - 2) === '\n' ? BLOCK : LINE;
  if (!isBlank(before) || isBlank(after) || after === '\n') return 0;
  return placeAfterBlank(text, at, after);
}

function placeAfterBlank(text: string, at: number, after: string): number {
  let end = at - 1;
  while (end > 0 && at - end < 40 && isBlank(text.charAt(end - 1))) end -= 1;
  const last = text.charAt(end - 1);
  if (last === '' || last === '\n') return 0;
  // "3.505 tỷ", "24 - 25%", and the "1. " of a list: what follows belongs to the number.
  const isAfterNumber =
    digit.test(last) || (partOfNumber.test(last) && (digit.test(text.charAt(end - 2)) || digit.test(after)));
  if (isAfterNumber || /[-–−]/.test(last)) return AFTER_NUMBER;
  if (partOfNumber.test(after)) return BEFORE_NUMBER;
  return /[.;!?…]/.test(last) ? SENTENCE : BLANK;
}

function markInside(stretches: Stretch[], length: number): Uint8Array {
  const inside = new Uint8Array(length + 1);
  for (const { start, end } of stretches) inside.fill(1, start + 1, end);
  return inside;
}

function isBlank(character: string): boolean {
  return character !== '' && character !== '\n' && /\s/.test(character);
}

function skipLineBreaks(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === '\n') at += 1;
  return at;
}
