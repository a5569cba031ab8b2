import { englishPhrases } from './english-words.ts';
import { fold, hasDiacritics } from './fold.ts';
import type { Term } from './lexicon-terms.ts';
import { syllables } from './syllables.ts';
import { isPossibleSyllable } from './typo.ts';

/** Words that carry a question and name nothing; also how a text is known to be English. */
const englishFunctionWords = new Set(
  (
    'the of in for to is are was what which how many much should does did do by and or a on per with from at as be will have has who when where ' +
    'it its their our me please tell show list give about this that these those than between compare s'
  ).split(' '),
);

/** Words of targets in general. */
const englishEmptyWords = new Set(
  (
    'target targets goal goals plan term year years province provincial district city commune set sets aim aims must percent percentage level total ' +
    'number current average annual get reach value indicator people area number'
  ).split(' '),
);

const englishMeasures = new Map<string, string>([
  ['growth', 'growth'],
  ['grow', 'growth'],
  ['increas', 'growth'],
  ['reduction', 'reduction'],
  ['reduc', 'reduction'],
  ['cut', 'reduction'],
  ['decreas', 'reduction'],
  ['share', 'share'],
  ['rate', 'rate'],
  ['coverag', 'rate'],
]);

/** Spellings and words that mean one thing in names of indicators. */
const englishSame = new Map<string, string>([
  ['labor', 'labour'],
  ['worker', 'labour'],
  ['workforc', 'labour'],
  ['employment', 'job'],
  ['turnover', 'export'],
  ['hospital', 'bed'],
  ['physician', 'doctor'],
  ['woodland', 'forest'],
  ['income', 'income'],
  ['poor', 'poverty'],
  ['grp', 'grdp'],
  ['cooperativ', 'cooperative'],
]);

/**
 * Whether a text is English: no Vietnamese marks, and English function words (two, or one in at most four words) or two English words of the
 * field that cannot be Vietnamese syllables. Folded Vietnamese has "to", "do", "a", "me", "list" of its own, so these need company.
 */
export function isEnglish(text: string): boolean {
  if (hasDiacritics(text)) return false;
  const words = syllables(fold(text)).map((word) => word.text);
  const sure = words.filter((word) => sureWords.has(word)).length;
  const likely = words.filter((word) => englishFunctionWords.has(word)).length;
  const foreign = words.filter((word) => fieldWords.has(word) && !isPossibleSyllable(word)).length;
  return (sure > 0 && (likely > 1 || words.length <= 4)) || foreign > 1;
}

const sureWords = new Set(
  'the of what which how many much should does is are was for with from between compare target please where when'.split(
    ' ',
  ),
);

/** The words of an English text as terms ("en:job"), plurals and endings taken off; empty when nothing is left. */
export function englishTerms(text: string): Term[] {
  return syllables(text).flatMap(({ text: word, start, end }, at): Term[] => {
    const lower = fold(word);
    if (englishFunctionWords.has(lower) || englishEmptyWords.has(lower) || /^(?:19|20)\d\d$/.test(lower)) return [];
    const stem = stemOf(lower);
    const measure = englishMeasures.get(stem);
    if (measure !== undefined) return [{ id: measure, kind: 'measure', at, start, end }];
    return [{ id: `en:${englishSame.get(stem) ?? stem}`, kind: 'strong', at, start, end }];
  });
}

/** Crude and short: enough to make "jobs created" and "create jobs" meet. */
function stemOf(word: string): string {
  if (word.length < 4) return word;
  const base = word
    .replace(/ies$/, 'y')
    .replace(/(?:ing|ed|es|s)$/, '')
    .replace(/e$/, '');
  return base.length < 3 ? word : base;
}

/** Words of targets that only English has. */
const fieldWords = new Set(
  (
    'deadline report emulation movement commendation reward directive resolution decision plan target trained labour labor vocational training jobs ' +
    'employment unemployment poor households poverty ethnic minority forest cover budget revenue economic growth structure per capita income ' +
    'investment exports export imports import tourists tourism health insurance social hospital beds doctors schools new rural clean water ' +
    'cooperatives enterprises businesses population urbanisation urbanization electricity roads environment party members public services online ' +
    'crime traffic accidents signed issued responsible coverage rate communes standard share number disbursement production'
  ).split(' '),
);

type Translation = { stems: readonly string[]; words: string };

/** By the first stem, the longest first. */
const translations = makeTranslations();

function makeTranslations(): Map<string, Translation[]> {
  const byFirst = new Map<string, Translation[]>();
  for (const pair of englishPhrases.split(/\n|·/)) {
    const [phrase = '', words = ''] = pair.split('=').map((part) => part.trim());
    const stems = phrase.split(' ').map(stemOf);
    const first = stems[0] ?? '';
    if (first !== '') byFirst.set(first, [...(byFirst.get(first) ?? []), { stems, words }]);
  }
  for (const list of byFirst.values()) list.sort((left, right) => right.stems.length - left.stems.length);
  return byFirst;
}

export type Translated = {
  /** In the question's order; unknown words stay as they are. */
  text: string;
  /** No word was unknown. */
  isWhole: boolean;
};

/** An English question word by word in Vietnamese; words that name nothing are left out, so that `text` may be empty. */
export function inVietnamese(english: string): Translated {
  const found = syllables(english);
  const stems = found.map(({ text }) => stemOf(fold(text)));
  const words: string[] = [];
  let isWhole = true;
  for (let at = 0; at < found.length; ) {
    const known = translations.get(stems[at] ?? '') ?? [];
    const translation = known.find((entry) => entry.stems.every((stem, offset) => stems[at + offset] === stem));
    const word = found[at]?.text ?? '';
    if (translation !== undefined) words.push(translation.words);
    else if (!englishFunctionWords.has(fold(word))) {
      words.push(word);
      isWhole &&= /^\d/.test(word);
    }
    at += translation?.stems.length ?? 1;
  }
  const said = words.filter((word) => word !== '');
  // Vietnamese asks at the end: "khách lưu trú bao nhiêu ngày".
  const moved = said[0] !== 'bao nhiêu' ? 0 : /how many/i.test(english) ? 2 : 1;
  const ordered = [...said.slice(moved), ...said.slice(0, moved)];
  return { text: ordered.join(' '), isWhole };
}
