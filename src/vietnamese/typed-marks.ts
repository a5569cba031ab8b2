import { isEnglish } from './english.ts';
import { fold } from './fold.ts';
import { isSyllable } from './lost-blanks.ts';
import { isPossibleSyllable } from './typo.ts';

/** Words with letters and digits as a keyboard without its Vietnamese input leaves them. */
const word = /(?<![\p{L}\d])[a-z][a-z\d]{1,9}(?![\p{L}\d])/giu;
/** Fewer such words in a message may be anything else. */
const fewest = 2;

/**
 * A message typed in Telex or VNI while the input method was off, with its marks ("tyr leej" → "tỷ lệ", "ty3 le65"); unchanged unless several of
 * its words can be nothing else.
 */
export function withTypedMarks(text: string): string {
  if (isEnglish(text)) return text;
  for (const read of [readVni, readTelex]) {
    const found = (text.match(word) ?? []).filter((typed) => isOdd(typed) && read(typed.toLowerCase()) !== null);
    if (found.length >= fewest && found.some((typed) => doubled.test(typed) || /\d/.test(typed)))
      return text.replace(word, (typed) =>
        isOdd(typed) || doubled.test(typed) ? (read(typed.toLowerCase()) ?? typed) : typed,
      );
  }
  return text;
}

const isOdd = (typed: string): boolean => !isPossibleSyllable(typed.toLowerCase()) && typed !== typed.toUpperCase();

/** "coong": a syllable, though among others typed so it is "công". */
const doubled = /aa|ee|oo|dd|[aou]w/i;

const toneMarks = '\u0301\u0300\u0309\u0303\u0323';

/** "to6ng3" → "tổng"; null for what gives no syllable. */
function readVni(typed: string): string | null {
  if (!/\d/.test(typed) || /\d{3}/.test(typed)) return null;
  const tone = /[1-5]/.exec(typed)?.[0] ?? '';
  const letters = typed
    .replace(/[1-5]/, '')
    .replace('d9', 'đ')
    .replace(/^d(.*)9/, 'đ$1')
    .replace(/([aeo])([a-z]{0,6})6/, '$1\u0302$2')
    .replace(/uo([a-z]{0,6})7/, 'u\u031bo\u031b$1')
    .replace(/u7o7/, 'u\u031bo\u031b')
    .replace(/([uo])([a-z]{0,6})7/, '$1\u031b$2')
    .replace(/a([a-z]{0,6})8/, 'a\u0306$1');
  return toned(letters, tone === '' ? '' : toneMarks.charAt(Number(tone) - 1));
}

/** "dduwowngf" → "đường"; null for what gives no syllable. */
function readTelex(typed: string): string | null {
  const tone = /^[^aeiouy]*[aeiouyw][a-z]*?([sfrxj])(?=[a-z]*$)(?!.*[sfrxj])/.exec(typed)?.[1] ?? '';
  const at = tone === '' ? -1 : typed.lastIndexOf(tone);
  const letters = (at < 0 ? typed : typed.slice(0, at) + typed.slice(at + 1))
    .replace('dd', 'đ')
    .replace(/([aeo])\1/, '$1\u0302')
    .replace(/u(?:w?ow|wo)|uo(?=[a-z]*w)/, 'u\u031bo\u031b')
    .replace(/([uo])w/, '$1\u031b')
    .replace(/aw/, 'a\u0306')
    .replace(/w/, '');
  if (letters === typed) return null;
  return toned(letters, tone === '' ? '' : toneMarks.charAt('sfrxj'.indexOf(tone)));
}

/** The letters with their tone where it belongs; null where that spells no syllable. */
function toned(letters: string, tone: string): string | null {
  const written = letters.normalize('NFC');
  if (/[^\p{L}]/u.test(written) || !/[aeiouy]/.test(fold(written))) return null;
  const spelled = tone === '' ? written : withTone(written, tone);
  return isSyllable(spelled) ? spelled : null;
}

/** Spelling rules want the tone on the marked vowel, else before the last vowel where the syllable is open, else on the last. */
function withTone(written: string, tone: string): string {
  const vowels = [...written.matchAll(/[aăâeêioôơuưy]/g)].map(({ index }) => index);
  const from = /^(?:qu|gi)(?=[aăâeêioôơuưy])/.test(written) ? 2 : 0;
  const own = vowels.filter((index) => index >= from);
  const marked = own.filter((index) => /[ăâêôơư]/.test(written.charAt(index)));
  const isOpen = own.at(-1) === written.length - 1;
  const at = marked.at(-1) ?? (isOpen && own.length > 1 ? own.at(-2) : own.at(-1)) ?? 0;
  return (written.slice(0, at + 1) + tone + written.slice(at + 1)).normalize('NFC');
}
