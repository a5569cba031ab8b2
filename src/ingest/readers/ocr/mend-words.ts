import type { Phrases } from '../../../vietnamese/phrases.ts';
import { isSyllable } from '../encoding/vietnamese-share.ts';
import type { SeenWord } from './seen-word.ts';

/** A word recognised with more is changed only for a phrase that is met so often: marks are mistaken with full confidence. */
const sure = 90;
const usual = 3;
/** Less, and letters that are no word are dust. */
const dusty = 70;
/** Longer runs of letters were no words run together. */
const longestRun = 40;

/**
 * The words of a line with the marks that the phrases of official prose have: recognition takes "ổ" for "ố" ("phổ thông" → "phố thông")
 * and runs words together ("dulịch"). A word that fits its neighbours as it was read stays, and so does one that nothing speaks for.
 * Figures are never touched. `known`: official prose; `own`: what the page itself says clearly, where that has no say.
 */
export function mendWords(line: readonly SeenWord[], { known, own }: { known: Phrases; own: Phrases }): SeenWord[] {
  const parted = line.filter((word) => !isDust(word)).flatMap((word) => partedWord(word, known));
  return parted.map((word, at) => {
    const behind = parted[at + 1];
    const text = (at === 0 ? romanNumber(word.text, behind?.text) : null) ?? yearWord(word.text, behind?.text);
    if (text !== null) return { ...word, text };
    const mended = mendedWord(word, { phrases: known, before: parted[at - 1], behind });
    return mended === word ? mendedWord(word, { phrases: own, before: parted[at - 1], behind }) : mended;
  });
}

/** Letters that are no word and were read badly, and lone points beside the text: remains of specks. */
const isDust = ({ text, confidence }: SeenWord): boolean =>
  /^[.:'’‘"“”ˆ…]+$/u.test(text) || (confidence < dusty && /^\p{Ll}{1,3}$/u.test(text) && !isSyllable(text));

/** "I." and "II." before a title in capitals are read as "L" and "IL". */
function romanNumber(text: string, behind: string | undefined): string | null {
  if (!/^(?=.*[Ll|])[IL|l]{1,3}\.?$/.test(text) || !/^\p{Lu}{2,}/u.test(behind ?? '')) return null;
  return `${'I'.repeat(text.replace(/\.$/, '').length)}.`;
}

/** "năm" before a year, whatever its first letter was taken for. */
const yearWord = (text: string, behind: string | undefined): string | null =>
  /^[nmru]{0,2}ăm$/u.test(text) && /^(?:19|20)\d{2}(?!\d)/.test(behind ?? '') ? 'năm' : null;

type Neighbours = { phrases: Phrases; before: SeenWord | undefined; behind: SeenWord | undefined };

function mendedWord(word: SeenWord, { phrases, before, behind }: Neighbours): SeenWord {
  const [, ahead = '', letters = '', rest = ''] = /^([^\p{L}\d]*)(\p{L}+)([^\p{L}\d]*)$/u.exec(word.text) ?? [];
  if (letters === '' || isName(letters, before, behind)) return word;
  const said = letters.toLowerCase();
  const [last, next] = [neighbour(ahead === '' ? before?.text : ''), neighbour(rest === '' ? behind?.text : '')];
  const support = (spelling: string): number => phrases.count(last, spelling) + phrases.count(spelling, next);
  if (support(said) > 0) return word;
  const likely = phrases.spellings(said).filter((spelling) => support(spelling) > 0);
  const [best, ...others] = likely.sort((a, b) => support(b) - support(a));
  if (best === undefined || others.some((other) => support(other) === support(best))) return word;
  if (support(best) < usual && word.confidence >= sure && phrases.spellings(said).includes(said)) return word;
  return { ...word, text: ahead + inCaseOf(best, letters) + rest };
}

const neighbour = (text: string | undefined): string =>
  /^[^\p{L}\d]*(\p{L}+)[^\p{L}\d]*$/u.exec(text ?? '')?.[1]?.toLowerCase() ?? '';

/** In names nothing is mended: "Văn Thử" is no "văn thư". */
const isName = (letters: string, before: SeenWord | undefined, behind: SeenWord | undefined): boolean =>
  isCapitalised(letters) && (isCapitalised(before?.text ?? '') || isCapitalised(behind?.text ?? ''));

const isCapitalised = (text: string): boolean => /^\p{Lu}\p{Ll}/u.test(text);

function inCaseOf(word: string, model: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
  return isCapitalised(model) || model === model.toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** Syllables that were run together, each for itself; the word as it is when they are no phrase. */
function partedWord(word: SeenWord, phrases: Phrases): SeenWord[] {
  const letters = /^\p{L}+/u.exec(word.text)?.[0] ?? '';
  if (letters.length < 3 || letters.length > longestRun || isSyllable(letters)) return [word];
  const parts = partsOf(letters, phrases);
  if (parts === null) return [word];
  const advance = (word.right - word.left) / Math.max(1, word.text.length);
  let at = 0;
  return parts.map((part, index) => {
    const text = index === parts.length - 1 ? word.text.slice(at) : part;
    const left = word.left + at * advance;
    at += part.length;
    return { ...word, text, left, right: left + text.length * advance - 1 };
  });
}

/** The syllables of a run of letters, each a phrase with the one before; null when there is no such way to part it. */
function partsOf(letters: string, phrases: Phrases): string[] | null {
  const lower = letters.toLowerCase();
  const ends: ({ from: number; last: number } | null)[] = [{ from: 0, last: 0 }];
  for (let end = 1; end <= lower.length; end++) {
    ends[end] = null;
    for (let from = Math.max(0, end - 7); from < end && ends[end] === null; from++) {
      const before = ends[from];
      const part = lower.slice(from, end);
      if (before === null || before === undefined || !isSyllable(part)) continue;
      if (from > 0 && !isPhrase(lower.slice(before.from, from), part, phrases)) continue;
      ends[end] = { from, last: before.from };
    }
  }
  const parts: string[] = [];
  for (let end = lower.length; end > 0; end = ends[end]?.from ?? 0) {
    const from = ends[end]?.from;
    if (from === undefined) return null;
    parts.unshift(letters.slice(from, end));
  }
  return parts.length > 1 ? parts : null;
}

/** As they are read, or with other marks. */
const isPhrase = (first: string, second: string, phrases: Phrases): boolean =>
  phrases.count(first, second) > 0 ||
  phrases.spellings(first).some((one) => phrases.spellings(second).some((other) => phrases.count(one, other) > 0));
