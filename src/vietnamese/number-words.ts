import { fold, hasDiacritics } from './fold.ts';
import { syllables } from './syllables.ts';

export type NumberWords = { value: number; start: number; end: number };

const units = new Map<string, number>([
  ['không', 0],
  ['một', 1],
  ['mốt', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['tư', 4],
  ['năm', 5],
  ['lăm', 5],
  ['nhăm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
]);
const scales = new Map<string, number>([
  ['nghìn', 1e3],
  ['ngàn', 1e3],
  ['vạn', 1e4],
  ['triệu', 1e6],
  ['tỷ', 1e9],
  ['tỉ', 1e9],
]);
const fillers = new Set(['linh', 'lẻ']);
const tens = 'mươi';
const ten = 'mười';

/** Words that count nothing when they stand alone: năm is mostly "year", tư "private", không "not", mốt/lăm only follow tens. */
const notAlone = new Set(['năm', 'tư', 'không', 'mốt', 'lăm', 'nhăm', 'bẩy']);
/** "một số", "một phần", "hai bên" and the like are no counts. */
const notBefore = new Set([
  'số',
  'phần',
  'cách',
  'trong',
  'mực',
  'khi',
  'lòng',
  'chút',
  'ít',
  'vài',
  'cửa',
  'bên',
  'mặt',
]);

const folded = new Map<string, string>();
for (const word of [...units.keys(), ...scales.keys(), ...fillers, tens, ten, 'trăm', 'rưỡi', 'nửa', 'phẩy']) {
  // Of words that fold alike the first wins: "tu" is bốn, "nam" is năm, "muoi" is mười (mươi is found by its place).
  if (!folded.has(fold(word))) folded.set(fold(word), word);
}
folded.set('muoi', ten);

type State = { total: number; section: number; digit: number | null; lastScale: number; last: string };

const start = (): State => ({ total: 0, section: 0, digit: null, lastScale: 1, last: '' });

/** The value of words such as "hai mươi mốt", "một nghìn hai trăm linh năm", "ba triệu rưỡi", "nửa"; null when they are no number. */
export function parseNumberWords(text: string): number | null {
  const words = syllables(text.toLowerCase().normalize('NFC')).map((syllable) => syllable.text);
  return readWords(hasDiacritics(text) ? words : words.map(withMarks));
}

/** The word meant by one typed without marks; "muoi" is mươi behind a digit, mười elsewhere. */
function withMarks(word: string, at: number, words: readonly string[]): string {
  const isTens = word === 'muoi' && units.has(folded.get(words[at - 1] ?? '') ?? '');
  return isTens ? tens : (folded.get(word) ?? word);
}

function readWords(words: string[]): number | null {
  if (words.length === 0) return null;
  if (words.join(' ') === 'nửa' || words.join(' ') === 'một nửa') return 0.5;
  const comma = words.indexOf('phẩy');
  if (comma > 0) return readDecimal(words, comma);
  const state = start();
  for (const [at, word] of words.entries()) {
    if (!step(state, word, at === words.length - 1)) return null;
  }
  if (fillers.has(state.last)) return null;
  return state.total + state.section + lastDigit(state, words.at(-2) ?? '');
}

/** In speech a digit right behind a scale counts its tenths: "một triệu hai" is 1,200,000, "một trăm hai" 120. */
function lastDigit(state: State, before: string): number {
  if (state.digit === null) return 0;
  const isTenth = scales.has(before) || before === 'trăm';
  return isTenth ? (state.digit * state.lastScale) / 10 : state.digit;
}

/** "hai phẩy năm" → 2.5; digits after the comma are said one by one. */
function readDecimal(words: string[], comma: number): number | null {
  const whole = readWords(words.slice(0, comma));
  const digits = words.slice(comma + 1).map((word) => units.get(word));
  if (whole === null || digits.length === 0 || digits.includes(undefined)) return null;
  return Number(`${whole}.${digits.join('')}`);
}

function step(state: State, word: string, isLast: boolean): boolean {
  const isRead =
    stepDigit(state, word) || stepTens(state, word) || stepScale(state, word) || stepHalf(state, word, isLast);
  state.last = word;
  return isRead || (fillers.has(word) && state.digit === null && state.section + state.total > 0);
}

function stepDigit(state: State, word: string): boolean {
  const digit = units.get(word);
  if (digit === undefined || state.digit !== null) return false;
  state.digit = digit;
  return true;
}

function stepTens(state: State, word: string): boolean {
  if (word === ten || word === tens) {
    if (state.section % 100 !== 0) return false;
    if ((word === ten) !== (state.digit === null)) return false;
    state.section += (state.digit ?? 1) * 10;
  } else if (word === 'trăm') {
    if (state.digit === null || state.section !== 0) return false;
    state.section = state.digit * 100;
  } else return false;
  state.digit = null;
  state.lastScale = word === 'trăm' ? 100 : 10;
  return true;
}

function stepScale(state: State, word: string): boolean {
  const scale = scales.get(word);
  if (scale === undefined) return false;
  const count = state.section + (state.digit ?? 0);
  if (count === 0 && state.total === 0) return false;
  // "nghìn tỷ": a scale right after a scale multiplies all so far.
  if (count === 0) state.total *= scale;
  else state.total += count * scale;
  state.section = 0;
  state.digit = null;
  state.lastScale = scale;
  return true;
}

/** "rưỡi" is half of the last scale: "một tỷ rưỡi", "hai trăm rưỡi". */
function stepHalf(state: State, word: string, isLast: boolean): boolean {
  if (word !== 'rưỡi' || !isLast || state.lastScale < 100 || state.digit !== null) return false;
  state.total += state.lastScale / 2;
  return true;
}

const isNumberWord = (word: string): boolean =>
  units.has(word) || scales.has(word) || fillers.has(word) || [ten, tens, 'trăm', 'rưỡi', 'nửa', 'phẩy'].includes(word);

/**
 * Numbers written as words in an accented text, with offsets; the longest run that is a number wins. A lone "năm", "tư" or "không" and
 * "một số", "một phần" … are left out because they seldom count. Nothing is found in a text without diacritics.
 */
export function findNumberWords(text: string): NumberWords[] {
  const words = syllables(text);
  const lower = words.map((word) => word.text.toLowerCase());
  const found: NumberWords[] = [];
  for (let at = 0; at < words.length; at++) {
    const length = runLength(text, words, at);
    const read = longestNumber(lower, at, length);
    const first = words[at];
    const last = words[at + (read?.length ?? 1) - 1];
    if (read === null || first === undefined || last === undefined) continue;
    found.push({ value: read.value, start: first.start, end: last.end });
    at += read.length - 1;
  }
  return found;
}

/** How many number words follow each other from here, with only blanks between; at most 16. */
function runLength(text: string, words: { text: string; start: number; end: number }[], from: number): number {
  let length = 0;
  for (let at = from; at < from + 16; at++) {
    const word = words[at];
    const before = words[at - 1];
    if (word === undefined || !isNumberWord(word.text.toLowerCase())) break;
    if (at > from && before !== undefined && text.slice(before.end, word.start).trim() !== '') break;
    length++;
  }
  return length;
}

function longestNumber(lower: string[], at: number, longest: number): { value: number; length: number } | null {
  for (let length = longest; length > 0; length--) {
    const run = lower.slice(at, at + length);
    if (length === 1 && (notAlone.has(run[0] ?? '') || notBefore.has(lower[at + 1] ?? ''))) return null;
    const value = readWords(run);
    if (value !== null) return { value, length };
  }
  return null;
}
